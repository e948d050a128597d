//! What is read of a document, and what is left out.

use super::{MAIN, WORD, document, extract, package, read};

fn run(text: &str) -> String {
    format!("<w:r><w:t>{text}</w:t></w:r>")
}

#[test]
fn a_word_in_two_runs_is_one() {
    let body = format!("<w:p>{}{}</w:p><w:p/>", run("Uph"), run("eld"));
    assert_eq!(read(&body), "Upheld\n\n");
}

#[test]
fn white_space_at_the_ends_of_text_counts_only_where_it_says_so() {
    let kept = "<w:p><w:r><w:t xml:space=\"preserve\">one </w:t><w:t>\n two\n</w:t></w:r></w:p>";
    assert_eq!(read(kept), "one two\n");
}

#[test]
fn signs_stand_for_characters() {
    let body = "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/>\
                <w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:t>d &amp; &#233;</w:t><w:br/><w:t>e</w:t><w:cr/></w:r></w:p>";
    assert_eq!(read(body), "a\tb-c\u{AD}≥d & é \ne\n\n");
}

#[test]
fn changes_are_accepted() {
    let body = format!(
        "<w:p><w:ins>{}</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>\
         <w:moveFrom>{}</w:moveFrom><w:moveTo>{}</w:moveTo></w:p>",
        run("new "),
        run("from"),
        run("to")
    );
    assert_eq!(read(&body), "newto\n");
    let joined = format!(
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p><w:p>{}</w:p>",
        run("one"),
        run("two")
    );
    assert_eq!(read(&joined), "onetwo\n");
    let rows = format!(
        "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>{0}</w:p></w:tc></w:tr>\
         <w:tr><w:tc><w:p>{1}</w:p></w:tc></w:tr></w:tbl>",
        run("one"),
        run("two")
    );
    assert_eq!(read(&rows), "two\n");
}

#[test]
fn what_was_hidden_before_a_change_is_seen() {
    let body = "<w:p><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>a</w:t></w:r>\
                <w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>b</w:t></w:r>\
                <w:r><w:rPr><w:vanish/></w:rPr><w:t>c</w:t></w:r></w:p>";
    assert_eq!(read(body), "ab\n");
}

#[test]
fn of_a_field_the_result_is_seen() {
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let body = format!(
        "<w:p>{}{}<w:r><w:instrText> IF {{ </w:instrText></w:r>{}{}<w:fldSimple w:instr=\"PAGE\">{}</w:fldSimple></w:p>",
        mark("begin"),
        run("unseen"),
        mark("separate"),
        [run("12"), mark("end")].concat(),
        run(" visits"),
    );
    assert_eq!(read(&body), "12visits\n");
}

#[test]
fn the_choice_of_an_old_form_is_its_text() {
    let body = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList><w:result w:val=\"1\"/>\
                <w:listEntry w:val=\"Upheld\"/><w:listEntry w:val=\"Overturned\"/></w:ddList></w:ffData></w:fldChar></w:r>\
                <w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
    assert_eq!(read(body), "Overturned\n");
}

#[test]
fn pages_begin_where_word_or_the_author_began_them() {
    let body = "<w:p><w:r><w:t xml:space=\"preserve\">one </w:t><w:lastRenderedPageBreak/><w:t>two</w:t></w:r></w:p>\
                <w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>\
                <w:p><w:r><w:lastRenderedPageBreak/><w:t>three</w:t></w:r></w:p>\
                <w:p><w:pPr><w:sectPr><w:type w:val=\"continuous\"/></w:sectPr></w:pPr><w:r><w:t>four</w:t></w:r></w:p>\
                <w:p><w:pPr><w:pageBreakBefore/><w:sectPr/></w:pPr><w:r><w:t>five</w:t></w:r></w:p>\
                <w:p><w:r><w:t>six</w:t></w:r></w:p>";
    assert_eq!(
        read(body),
        "one \x0ctwo\n\n\x0cthree\nfour\n\x0cfive\n\x0csix\n"
    );
}

#[test]
fn of_alternatives_one_is_read() {
    let content = |text: &str| format!("<w:txbxContent><w:p>{}</w:p></w:txbxContent>", run(text));
    let body = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>\
         </w:r>{1}</w:p>",
        content("box"),
        run("text")
    );
    assert_eq!(read(&body), "box\ntext\n");
}

#[test]
fn names_are_told_by_their_namespace() {
    let xml = format!(
        "<d:document xmlns:d=\"{WORD}\" xmlns:w=\"other\"><d:body><d:p><d:r><w:t>no</w:t><d:t>yes</d:t></d:r></d:p></d:body>\
         </d:document>"
    );
    let text = extract(&package(&[(MAIN, xml.as_bytes())])).unwrap().text;
    assert_eq!(text, "yes\n");
}

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn related(kind: &str, target: &str) -> String {
    format!(
        "<Relationships><Relationship Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/></Relationships>"
    )
}

#[test]
fn the_main_part_may_have_another_name() {
    let text = extract(&package(&[
        (
            "_rels/.rels",
            related("officeDocument", "/word/document2.xml").as_bytes(),
        ),
        (
            "word/document2.xml",
            document(&format!("<w:p>{}</w:p>", run("a"))).as_bytes(),
        ),
    ]));
    assert_eq!(text.unwrap().text, "a\n");
}

#[test]
fn notes_follow_the_sentence_that_ends_next() {
    let note = "<w:r><w:footnoteReference w:id=\"2\"/></w:r>";
    let body = format!(
        "<w:p>{}{note}</w:p><w:p>{}</w:p><w:p>{}</w:p>",
        run("MRI: Upheld"),
        run("It is so."),
        run("End")
    );
    let notes = format!(
        "<w:footnotes xmlns:w=\"{WORD}\"><w:footnote w:id=\"2\"><w:p>{}</w:p></w:footnote></w:footnotes>",
        run("Seen.")
    );
    let text = extract(&package(&[
        (MAIN, document(&body).as_bytes()),
        (
            "word/_rels/document.xml.rels",
            related("footnotes", "footnotes.xml").as_bytes(),
        ),
        ("word/footnotes.xml", notes.as_bytes()),
    ]));
    assert_eq!(text.unwrap().text, "MRI: Upheld\nIt is so.\nSeen.\nEnd\n");
}

#[test]
fn a_style_can_hide() {
    let styles = format!(
        "<w:styles xmlns:w=\"{WORD}\"><w:style w:styleId=\"A\"><w:rPr><w:vanish/></w:rPr></w:style>\
         <w:style w:styleId=\"B\"><w:rPr><w:b/></w:rPr></w:style></w:styles>"
    );
    let styled = |style: &str| {
        format!("<w:r><w:rPr><w:rStyle w:val=\"{style}\"/></w:rPr><w:t>{style}</w:t></w:r>")
    };
    let text = extract(&package(&[
        (
            MAIN,
            document(&format!("<w:p>{}{}</w:p>", styled("A"), styled("B"))).as_bytes(),
        ),
        (
            "word/_rels/document.xml.rels",
            related("styles", "styles.xml").as_bytes(),
        ),
        ("word/styles.xml", styles.as_bytes()),
    ]));
    assert_eq!(text.unwrap().text, "B\n");
}
