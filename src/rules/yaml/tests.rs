#![allow(clippy::unwrap_used, clippy::panic)]
use super::*;

fn file(text: &str) -> Arc<RuleFile> {
    Arc::new(RuleFile {
        name: "test.yaml".to_owned(),
        text: text.to_owned().into(),
    })
}

fn covered(text: &str, span: SourceSpan) -> &str {
    &text[span.start..span.end]
}

#[test]
fn every_scalar_knows_its_bytes_behind_wide_characters() {
    let text = "title: \"naïve — é\"\nlimit: 3..6 visits\ncount: 12\non: yes\n";
    let map = file(text);
    let tree = parse(&map).unwrap();
    let Value::Map(entries) = tree.value else {
        panic!("a map")
    };
    let places: Vec<_> = entries
        .iter()
        .map(|(key, node)| (covered(text, key.span), covered(text, node.span)))
        .collect();
    assert_eq!(
        places,
        [
            ("title", "\"naïve — é\""),
            ("limit", "3..6 visits"),
            ("count", "12"),
            ("on", "yes"),
        ]
    );
    assert_eq!(entries[2].1.value, Value::Int(12));
    assert_eq!(entries[3].1.value, Value::Text("yes".into()));
}

#[test]
fn duplicate_keys_survive_for_the_decoder_to_report() {
    let file = file("a: 1\na: 2\n");
    let tree = parse(&file).unwrap();
    let Value::Map(entries) = tree.value else {
        panic!("a map")
    };
    assert_eq!(entries.len(), 2);
}

#[test]
fn anchors_aliases_and_merge_keys_are_refused_with_their_place() {
    for (text, place) in [
        ("a: 1\nb: &x 2\n", "2:4"),
        ("a: *x\n", "1:4"),
        ("b: 1\n<<: {c: 1}\n", "2:1"),
        ("b: [1, {<<: {c: 1}}]\n", "1:9"),
        ("a: **bold**\n", "1:4"),
        ("a: &a [x, x]\nb: &b [*a, *a]\n", "1:4"),
    ] {
        let problem = parse(&file(text)).unwrap_err();
        let refused = "anchors (`&name`), aliases (`*name`) and merge keys (`<<`) are not allowed in rules files";
        assert_eq!(problem.to_string(), format!("test.yaml:{place}: {refused}"));
    }
}

#[test]
fn values_mean_what_they_look_like() {
    let text =
        "[yes, on, NO, true, False, ~, 12, -3, 1.5, 010, 1_000, .inf, 2016-07-28, 3..6, 1e3, '12', 0x1f, 1-3, +, e5, 1e999,
      99999999999999999999]";
    let list = file(text);
    let Value::List(nodes) = parse(&list).unwrap().value else {
        panic!("a list")
    };
    let text = |text: &'static str| Value::Text(text.into());
    let values: Vec<_> = nodes.into_iter().map(|node| node.value).collect();
    assert_eq!(
        values,
        [
            text("yes"),
            text("on"),
            text("NO"),
            Value::Bool(true),
            Value::Bool(false),
            Value::Null,
            Value::Int(12),
            Value::Int(-3),
            Value::Float(1.5),
            text("010"),
            text("1_000"),
            text(".inf"),
            text("2016-07-28"),
            text("3..6"),
            Value::Float(1000.0),
            text("12"),
            text("0x1f"),
            text("1-3"),
            text("+"),
            text("e5"),
            text("1e999"),
            text("99999999999999999999"),
        ]
    );
}

#[test]
fn depth_and_size_are_bounded() {
    let deep_list = format!("{}{}", "[".repeat(200), "]".repeat(200));
    let deep_map = (0..200).fold(String::new(), |text, at| {
        format!("{text}{}a:\n", " ".repeat(at))
    });
    let fits = format!("{}x{}", "[".repeat(MAX_DEPTH), "]".repeat(MAX_DEPTH));
    assert!(parse(&file(&fits)).is_ok());
    for deep in [deep_list, deep_map, format!("[{fits}]")] {
        let problem = parse(&file(&deep)).unwrap_err();
        assert_eq!(problem.message, "nested more than 24 levels deep");
    }
    let large = "a: b\n".repeat(2 * 1024 * 1024);
    let problem = parse(&file(&large)).unwrap_err();
    assert_eq!(
        problem.message,
        "the file holds 10485760 bytes; a rules file may hold 4194304"
    );
    let many = format!("[{}]", "1,".repeat(MAX_NODES));
    let problem = parse(&file(&many)).unwrap_err();
    assert_eq!(problem.message, "the file holds more than 200000 values");
}

#[test]
fn errors_of_syntax_say_what_to_do() {
    for (text, place, help) in [
        ("a:\n\tb: 1\n", "2:2", "indent with spaces"),
        ("rules:\n  - id: x\n\t  b: 1\n", "2:9", "indent with spaces"),
        (
            "message: foo: bar\n",
            "1:13",
            "a colon and a space needs quotes",
        ),
        ("a: @x\n", "1:4", "begins with this character needs quotes"),
        (
            "message: {decision} is wrong\n",
            "1:21",
            "begins with a brace",
        ),
        ("a: 1\n---\nb: 2\n", "2:1", "make it a file of its own"),
        ("[a]: b\n", "1:1", "needs quotes"),
        ("a: !tag b\n", "1:9", "`!` needs quotes"),
        ("a: !!str 12\n", "1:10", "`!` needs quotes"),
        ("%YAML 1.2\n---\na: 1\n", "1:1", "correct the YAML"),
        ("a: 'b\nc: d\n", "1:4", "close the quote"),
        ("a: [b\n", "1:4", "close it"),
        ("a: [b\nc: d\n", "2:2", "is not closed"),
        ("a:\n    b: 1\n  c: 2\n", "3:3", "begin in the same column"),
    ] {
        let problem = parse(&file(text)).unwrap_err();
        let said = problem.help.as_deref().unwrap_or_default();
        assert!(said.contains(help), "{text:?}: {problem}: {said}");
        assert_eq!(
            problem.places[0].0.to_string(),
            format!("test.yaml:{place}"),
            "{text:?}"
        );
        assert!(!problem.message.contains("at line"), "{problem}");
    }
}

#[test]
fn keys_are_words_in_or_without_quotes() {
    let map = file("{1: a, true: b, 'c d': e, \"<<\": f}");
    let tree = parse(&map).unwrap();
    let Value::Map(entries) = tree.value else {
        panic!("a map")
    };
    let names: Vec<_> = entries.iter().map(|(key, _)| key.name.as_ref()).collect();
    assert_eq!(names, ["1", "true", "c d", "<<"]);
    for text in ["? [a]\n: b\n", "{a: b}: c\n", "? \n: c\n", ": c\n"] {
        let problem = parse(&file(text)).unwrap_err();
        assert_eq!(problem.message, "a key must be a word", "{text:?}");
    }
}

#[test]
fn tabs_behind_a_colon_are_white_space() {
    let map = file("a:\tb\t# why\n");
    let tree = parse(&map).unwrap();
    let Value::Map(entries) = tree.value else {
        panic!("a map")
    };
    assert_eq!(entries[0].1.value, Value::Text("b".into()));
}

#[test]
fn a_syntax_error_has_a_line() {
    let problem = parse(&file("é: ok\nb: [1, 2\nc: 3\n")).unwrap_err();
    assert!(problem.message.starts_with("not valid YAML"), "{problem}");
    assert!(problem.places[0].0.line() >= 2, "{problem}");
}
