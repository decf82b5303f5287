//! Measures cards with the bundled typefaces: whatever the titles, no line leaves its place.

use std::collections::BTreeSet;

use resvg::usvg::{Group, Node, Rect};
use which_track_quiz::card::{Bar, Format, ResultCard};

use super::{Drawing, Font, Fonts};

const TITLES: [&str; 12] = [
    "Tea",
    "A pot of whole-leaf tea, drunk slowly, with company, while the rest of the street is still asleep",
    "WWWWWWWW MMMMMMMM WWWWWWWW MMMMMMMM WWWWWWWW MMMMMMMM",
    "WE WANT MORE ROOM: MAXIMUM OUTCOME, MINIMUM COMMITMENT AND WARM WOOLEN MITTENS",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "Широкомасштабная электрификация южных губерний даст мощный толчок подъёму сельского хозяйства",
    "ЩЮЖШФМ ЩЮЖШФМ ЩЮЖШФМ ЩЮЖШФМ ЩЮЖШФМ ЩЮЖШФМ ЩЮЖШФМ",
    "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία, και όμως μένω στην ίδια γωνιά κάθε μέρα",
    "ΩΩΩΩΜΜΜ ΩΩΩΩΜΜΜ ΩΩΩΩΜΜΜ ΩΩΩΩΜΜΜ ΩΩΩΩΜΜΜ",
    "Příliš žluťoučký kůň úpěl ďábelské ódy a nikdo se ho na nic dalšího nezeptal",
    "תה נענע חזק עם הרבה סוכר בבוקר מוקדם לפני שכל הרחוב מתעורר",
    "شاي بالنعناع في الصباح الباكر قبل أن يستيقظ الشارع كله من النوم",
];

fn card(title: &str, bars: u8) -> ResultCard {
    let bar = |at: u8| Bar {
        label: title.chars().take(22).collect(),
        percent: at * 16,
        percent_text: format!("{}%", at * 16),
        leads: at + 1 == bars,
    };
    ResultCard {
        quiz: title.to_owned(),
        outcome: title.to_owned(),
        fits: (0..bars).map(bar).collect(),
        site: Some(title.to_owned()),
        right_to_left: title.contains(['ה', 'ا']),
    }
}

/// What is missing on a card with this title, where the site names these fonts.
fn missing(title: &str, named: &[Font]) -> BTreeSet<String> {
    Drawing::of(&card(title, 3).svg(Format::Tall), &Fonts::with(named)).expect("an SVG picture").missing()
}

fn boxes(group: &Group, of_text: &mut Vec<Rect>) {
    for node in group.children() {
        match node {
            Node::Group(group) => boxes(group, of_text),
            Node::Text(text) => of_text.push(text.abs_bounding_box()),
            Node::Path(_) | Node::Image(_) => {}
        }
    }
}

#[test]
fn every_line_lies_within_the_margins() {
    let mut beyond = Vec::new();
    for (format, edge) in [(Format::Wide, 72.0), (Format::Tall, 96.0)] {
        for (title, bars) in TITLES.iter().flat_map(|title| [0, 3, 6].map(|bars| (title, bars))) {
            let drawing = Drawing::of(&card(title, bars).svg(format), &Fonts::with(&[])).expect("an SVG picture");
            let mut lines = Vec::new();
            boxes(drawing.0.root(), &mut lines);
            assert!(!lines.is_empty());
            let (right, bottom) = (f32::from(format.width()) - edge, f32::from(format.height()) - edge / 2.0);
            // Invisible characters at the ends of a line are measured as one pixel.
            let within =
                |line: &Rect| line.left() >= edge - 1.5 && line.right() <= right + 1.5 && line.bottom() <= bottom;
            let outside = lines.into_iter().filter(|line| !within(line));
            beyond.extend(outside.map(|line| format!("{format:?}, {bars} bars, {title}: {line:?}")));
        }
    }
    assert!(beyond.is_empty(), "{}", beyond.join("\n"));
}

#[test]
fn lines_do_not_touch_one_another() {
    for (format, title) in
        [Format::Wide, Format::Tall].into_iter().flat_map(|format| TITLES.map(|title| (format, title)))
    {
        for bars in [0, 3, 6] {
            let mut baselines = baselines(&card(title, bars), format);
            baselines.sort_unstable();
            baselines.dedup();
            let near = baselines.windows(2).find(|pair| pair[1].0 < pair[0].0 + pair[1].1 * 3 / 4);
            assert_eq!(near, None, "{format:?}, {bars} bars, {title}");
        }
    }
}

/// The base line and the size of every line but the site's and the percentages, which stand beside others.
fn baselines(card: &ResultCard, format: Format) -> Vec<(u16, u16)> {
    let card = ResultCard { site: None, ..card.clone() };
    let of_text = |shape| match shape {
        which_track_quiz::card::Shape::Text { y, size, ends, .. } if ends == card.right_to_left => Some((y, size)),
        _ => None,
    };
    card.scene(format).into_iter().filter_map(of_text).collect()
}

#[test]
fn letters_without_a_font_are_told_from_others() {
    let of = |title: &str| missing(title, &[]);
    for title in TITLES.iter().chain(&[
        "“Ça” — ‘œuvre’… 20 % «\u{a0}ß\u{202f}»",
        "תה ירוק (2026): 100%",
        "شاي Earl Grey، 3 أكواب!",
    ]) {
        assert!(of(title).is_empty(), "{title}: {:?}", of(title));
    }
    assert_eq!(of("Tea 茶 水").into_iter().collect::<String>(), "水茶");
}

/// The font that the example in Japanese is drawn with.
fn japanese() -> Font {
    let bytes = include_bytes!("../../../../quizzes/examples/fonts/NotoSansJP-Bold-subset.ttf");
    Font::read(bytes.to_vec()).expect("a font")
}

#[test]
fn a_font_that_the_site_names_stands_in_for_the_bundled_ones_letter_by_letter() {
    for title in ["あなたに合う朝の過ごし方は？", "湯気のある朝", "Tea 朝 שלום"] {
        assert_eq!(missing(title, &[japanese()]), BTreeSet::new(), "{title}");
        assert!(!missing(title, &[]).is_empty(), "{title}");
    }
    // A letter that no font has keeps none behind it from its own.
    assert_eq!(missing("🍵 茶 朝", &[japanese()]).into_iter().collect::<String>(), "茶🍵");
    assert_eq!(missing("👩‍🔬 朝", &[japanese()]).into_iter().collect::<Vec<_>>(), ["👩‍🔬"]);
}

#[test]
fn fonts_are_looked_at_before_they_are_used() {
    let bytes = include_bytes!("../../../../quizzes/examples/fonts/NotoSansJP-Bold-subset.ttf");
    let why = |bytes: &[u8]| Font::read(bytes.to_vec()).err();
    assert_eq!(why(bytes), None);
    assert_eq!(why(&bytes[..bytes.len() / 2]).as_deref(), Some("its end is missing"));
    // The same without outlines, under another name.
    let place = bytes.windows(4).position(|name| name == b"glyf").expect("outlines");
    let renamed = [&bytes[..place], b"glyx", &bytes[place + 4..]].concat();
    assert_eq!(why(&renamed).as_deref(), Some("it has pictures of letters, and no outlines"));
}

#[test]
fn a_picture_is_as_large_as_asked() {
    let svg = card("Tea", 3).svg(Format::Wide);
    let fonts = Fonts::with(&[]);
    let png = Drawing::of(&svg, &fonts).and_then(|drawing| drawing.png(600, 315)).expect("a picture");
    assert_eq!(png[16..24], [0, 0, 2, 88, 0, 0, 1, 59]);
    assert!(Drawing::of("no picture", &fonts).is_err());
}
