//! How what is missing is written: keys with empty texts, in the form of the quiz's file.

use toml_edit::Value;

use super::plan::{Child, Form, What};

/// A text in quotes, over several lines where it has several.
pub fn quoted(text: &str) -> String {
    let written = Value::from(text).to_string();
    let tripled = ["\"\"\"", "'''"].iter().any(|quotes| written.starts_with(quotes));
    if tripled && !text.contains('\n') { on_one_line(text) } else { written }
}

/// A text in quotes on one line.
pub fn on_one_line(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
            letter if letter.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(letter))),
            letter => quoted.push(letter),
        }
    }
    quoted + "\""
}

/// Whether something can be missing at all.
pub fn is_due(child: &Child) -> bool {
    !matches!(child.what, What::Free)
}

/// A key with its value; several where they are written with dots.
pub fn pairs(child: &Child, prefix: &str, indent: &str) -> Vec<String> {
    let key = format!("{prefix}{}", child.key);
    let value = match &child.what {
        What::Free => return Vec::new(),
        What::Fixed(text) => quoted(text),
        What::Words(_) => "\"\"".to_owned(),
        What::Table(children) if child.form == Form::Dotted => {
            return children.iter().flat_map(|child| pairs(child, &format!("{key}."), indent)).collect();
        }
        What::Table(children) => braced(children, indent),
        What::List { items, .. } => {
            let inner = format!("{indent}  ");
            let items: String =
                items.iter().map(|item| format!("{inner}{},\n", braced(&item.children, &inner))).collect();
            format!("[\n{items}{indent}]")
        }
    };
    vec![format!("{key} = {value}")]
}

/// A table in braces.
pub fn braced(children: &[Child], indent: &str) -> String {
    let pairs: Vec<String> = children.iter().flat_map(|child| pairs(child, "", indent)).collect();
    format!("{{ {} }}", pairs.join(", "))
}

/// A table or a list under headings of its own. `path` is the way to the table that it is in.
pub fn sections(child: &Child, path: &[&str]) -> String {
    match &child.what {
        What::Table(children) => section(child.key, path, ["[", "]"], children),
        What::List { items, .. } => items.iter().map(|item| entry(child.key, path, &item.children)).collect(),
        _ => String::new(),
    }
}

/// One table of a list under a heading of its own.
pub fn entry(key: &str, path: &[&str], children: &[Child]) -> String {
    section(key, path, ["[[", "]]"], children)
}

fn section(key: &str, path: &[&str], [open, close]: [&str; 2], children: &[Child]) -> String {
    let path = [path, &[key]].concat();
    let of = |sections: bool| children.iter().filter(move |child| (child.form == Form::Section) == sections);
    let own: String = of(false).flat_map(|child| pairs(child, "", "")).map(|pair| pair + "\n").collect();
    let below: String = of(true).map(|child| sections(child, &path)).collect();
    format!("\n{open}{}{close}\n{own}{below}", path.join("."))
}

/// Which texts something has, by their names.
pub fn names(child: &Child, of: &str, found: &mut Vec<String>) {
    match &child.what {
        What::Free | What::Fixed(_) => {}
        What::Words(_) => found.push(format!("`{}`{of}", child.key)),
        What::Table(children) => {
            let of = format!(" of `{}`{of}", child.key);
            children.iter().for_each(|child| names(child, &of, found));
        }
        What::List { noun, items } => {
            for item in items {
                let of = format!(" of {noun} `{}`{}", item.id, if *noun == "option" { of } else { "" });
                item.children.iter().for_each(|child| names(child, &of, found));
            }
        }
    }
}
