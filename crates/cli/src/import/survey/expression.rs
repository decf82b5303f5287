//! Expressions of SurveyJS: `{a} = 'b' and {c} > 2`, `{a} + {b}`, `iif({a} = 'b', 1, 0)`.

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// What a question or a calculated value has.
    Field(String),
    Text(String),
    Number(f64),
    List(Vec<Expression>),
    /// An operation on two, by its name.
    Two(&'static str, Box<Expression>, Box<Expression>),
    /// An operation on one: `not`, `empty`, `notempty`, `-`.
    One(&'static str, Box<Expression>),
    Call(String, Vec<Expression>),
}

/// How deep expressions nest at most, and how many operations one has.
const DEPTH: usize = 40;
const OPERATED: usize = 400;

/// From the loosest to the tightest, operations on two with the ways in which they are written.
const OPERATIONS: [&[(&str, &str)]; 5] = [
    &[("or", "or"), ("||", "or")],
    &[("and", "and"), ("&&", "and")],
    &[
        ("<=", "<="),
        ("lessorequal", "<="),
        (">=", ">="),
        ("greaterorequal", ">="),
        ("<>", "!="),
        ("!==", "!="),
        ("!=", "!="),
        ("notequal", "!="),
        ("===", "="),
        ("==", "="),
        ("=", "="),
        ("equal", "="),
        ("<", "<"),
        ("less", "<"),
        (">", ">"),
        ("greater", ">"),
        ("notcontains", "notcontains"),
        ("contains", "contains"),
        ("contain", "contains"),
        ("*=", "contains"),
        ("anyof", "anyof"),
        ("allof", "allof"),
        ("noneof", "noneof"),
    ],
    &[("+", "+"), ("-", "-")],
    &[("*", "*"), ("/", "/")],
];

/// Reads an expression. `None` where it is none, or one of another kind.
pub fn parse(text: &str) -> Option<Expression> {
    let mut parser = Parser { rest: text, depth: 0, operated: 0 };
    let expression = parser.level(0)?;
    parser.rest.trim().is_empty().then_some(expression)
}

struct Parser<'a> {
    rest: &'a str,
    depth: usize,
    operated: usize,
}

impl Parser<'_> {
    /// Takes a word or a sign, where it is next.
    fn take(&mut self, word: &str) -> Option<()> {
        let rest = self.rest.trim_start();
        let found = rest.get(..word.len()).filter(|found| found.eq_ignore_ascii_case(word))?;
        let behind = &rest[word.len()..];
        let ends = !found.ends_with(|letter: char| letter.is_ascii_alphabetic())
            || !behind.starts_with(|letter: char| letter.is_alphanumeric());
        ends.then(|| self.rest = behind)
    }

    fn level(&mut self, level: usize) -> Option<Expression> {
        let Some(operations) = OPERATIONS.get(level) else { return self.one() };
        let mut left = self.level(level + 1)?;
        while let Some((_, name)) = operations.iter().find(|(written, _)| self.take(written).is_some()) {
            self.operated += 1;
            if self.operated > OPERATED {
                return None;
            }
            left = Expression::Two(name, Box::new(left), Box::new(self.level(level + 1)?));
        }
        if level == 2 {
            for name in ["notempty", "empty"] {
                if self.take(name).is_some() {
                    left = Expression::One(name, Box::new(left));
                }
            }
        }
        Some(left)
    }

    fn one(&mut self) -> Option<Expression> {
        self.depth += 1;
        let one = if self.depth > DEPTH { None } else { self.inner() };
        self.depth -= 1;
        one
    }

    fn inner(&mut self) -> Option<Expression> {
        for (written, name) in [("not", "not"), ("!", "not"), ("-", "-")] {
            if self.take(written).is_some() {
                return Some(Expression::One(name, Box::new(self.one()?)));
            }
        }
        if self.take("(").is_some() {
            let inner = self.level(0)?;
            return self.take(")").map(|()| inner);
        }
        if self.take("[").is_some() {
            return self.list("]").map(Expression::List);
        }
        let rest = self.rest.trim_start();
        let first = rest.chars().next()?;
        if let Some(end) =
            [('{', '}'), ('\'', '\''), ('"', '"')].iter().find(|(open, _)| *open == first).map(|(_, end)| *end)
        {
            let (inner, behind) = rest[1..].split_once(end)?;
            self.rest = behind;
            let inner = inner.to_owned();
            return Some(if first == '{' { Expression::Field(inner) } else { Expression::Text(inner) });
        }
        let length =
            rest.find(|letter: char| !letter.is_alphanumeric() && letter != '.' && letter != '_').unwrap_or(rest.len());
        let (word, behind) = rest.split_at(length);
        self.rest = behind;
        if let Ok(number) = word.parse::<f64>() {
            return Some(Expression::Number(number));
        }
        if word.is_empty() {
            return None;
        }
        if self.take("(").is_some() {
            return self.list(")").map(|arguments| Expression::Call(word.to_lowercase(), arguments));
        }
        Some(Expression::Text(word.to_owned()))
    }

    /// Expressions with commas between them, up to this bracket.
    fn list(&mut self, end: &str) -> Option<Vec<Expression>> {
        let mut entries = Vec::new();
        while self.take(end).is_none() {
            entries.push(self.level(0)?);
            if self.take(",").is_none() {
                self.take(end)?;
                break;
            }
        }
        Some(entries)
    }
}

#[cfg(test)]
mod tests {
    use super::Expression::{Call, Field, List, Number, One, Text, Two};
    use super::*;

    fn field(name: &str) -> Box<Expression> {
        Box::new(Field(name.to_owned()))
    }

    fn text(text: &str) -> Box<Expression> {
        Box::new(Text(text.to_owned()))
    }

    #[test]
    fn expressions_are_read_as_surveyjs_reads_them() {
        let equal = || Two("=", field("a"), text("b"));
        for (written, read) in [
            ("{a} = 'b'", Some(equal())),
            ("{a}=='b'", Some(equal())),
            ("({a} = \"b\")", Some(equal())),
            ("not ({a} = 'b')", Some(One("not", Box::new(equal())))),
            ("{a} = 'b' AND {c} notempty", Some(Two("and", Box::new(equal()), Box::new(One("notempty", field("c")))))),
            ("{a} anyof ['x', 2]", Some(Two("anyof", field("a"), Box::new(List(vec![*text("x"), Number(2.0)]))))),
            ("{a} + {b} * 2", Some(Two("+", field("a"), Box::new(Two("*", field("b"), Box::new(Number(2.0))))))),
            (
                "iif({a} = 'b', 1, -1)",
                Some(Call("iif".to_owned(), vec![equal(), Number(1.0), One("-", Box::new(Number(1.0)))])),
            ),
            ("{order} = 1", Some(Two("=", field("order"), Box::new(Number(1.0))))),
            ("{a} = ", None),
            ("{a", None),
            ("({a} = 'b'", None),
            ("", None),
        ] {
            assert_eq!(parse(written), read, "{written}");
        }
        for long in ["(".repeat(100_000), "not ".repeat(100_000), format!("{}{{a}}", "{a} and ".repeat(100_000))] {
            assert_eq!(parse(&long), None, "it ends");
        }
    }
}
