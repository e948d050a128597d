#![allow(clippy::unwrap_used)]

use super::extract;

#[track_caller]
fn assert_read(html: &str, text: &str) {
    assert_eq!(extract(html.as_bytes()).unwrap().text, text, "{html}");
}

#[test]
fn blocks_are_lines() {
    assert_read(
        "<h1>One</h1>\n<p>two <b>thr</b>ee<p>four<div>five</div>six",
        "One\ntwo three\nfour\nfive\nsix\n",
    );
    assert_read(
        "<ol><li>one<li>two</ol><dl><dt>a<dd>b</dl>",
        "one\ntwo\na\nb\n",
    );
    assert_read("<p></p><p>&nbsp;</p><p>one</p>", "one\n");
}

#[test]
fn white_space_is_collapsed_and_references_are_resolved() {
    assert_read(
        "<p> one\n\t two&nbsp;&lt; <i> three</i> &eacute;&#8211; </p>",
        "one two\u{a0}< three é–\n",
    );
    assert_read("one<br>\n two<br/>three", "one \ntwo \nthree\n");
}

#[test]
fn preformatted_text_keeps_its_lines() {
    assert_read("<pre>\none\n two \n\nthree</pre>", "one \n two \n\nthree\n");
}

#[test]
fn what_is_not_shown_is_left_out() {
    for html in [
        "<head><title>no</title><style>no</style></head><body>a",
        "<script>if (a < b) '<p>no</p>'</script>a<!-- no -->",
        "<template>no</template><div hidden>no<p>no</div>a",
        "<span style='color:red; Display : NONE'>no</span>a<del>no</del>",
        "<table><tr hidden><td>no</table>a",
        "<select><option>no</select>a",
    ] {
        assert_read(html, "a\n");
    }
}

#[test]
fn tables_are_read_row_by_row() {
    assert_read(
        "<table><tr><th>Priority:<td>Standard<tr><td><p>MRI<td>Upheld</table><p>a",
        "Priority: Standard\nMRI: Upheld\na\n",
    );
    assert_read(
        "<table><tbody><tr><td>1</td><td><table><tr><td>in<td>ner</table></td><td>3</td></tr></table>",
        "1\nin: ner\n3\n",
    );
    assert_read("<td>a</td><tr>b</tr>c", "a\nb\nc\n");
    assert_read("<table><td>a<td>b</table>", "a: b\n");
}

#[test]
fn encodings_are_found() {
    let read = |bytes: &[u8]| extract(bytes).unwrap().text;
    assert_eq!(read(b"<meta charset=\"windows-1252\"><p>5 \xB0C"), "5 °C\n");
    assert_eq!(read(b"<meta charset=utf-8><p>5 \xC2\xB0C"), "5 °C\n");
    assert_eq!(read(b"<meta charset='iso-8859-2'><p>\xB1"), "ą\n");
    assert_eq!(read("\u{feff}<p>ą".as_bytes()), "ą\n");
    let utf_16: Vec<u8> = "\u{feff}<p>ą"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(read(&utf_16), "ą\n");
}

#[test]
fn tags_without_end_and_ends_without_tag_do_no_harm() {
    for tag in [
        "<div>",
        "<table><tr><td>",
        "</td>",
        "<p",
        "<td>",
        "<b>",
        "</p>",
        "<tr>",
        "<!--",
        "<a b='",
    ] {
        let page = format!("one{}", tag.repeat(50_000));
        assert!(extract(page.as_bytes()).unwrap().text.starts_with("one"));
    }
}
