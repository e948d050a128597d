//! What the elements of HTML are to the text of a page.

/// How an element is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Within a line.
    Inline,
    /// On lines of its own.
    Block,
    /// A block, and white space in it counts.
    Preformatted,
    Table,
    Row,
    Cell,
    /// Ends the line, and has no content.
    LineBreak,
    /// Has no content.
    Void,
    /// Is not shown.
    Unseen,
}

/// The kind of an element, by its name in small letters.
pub(super) fn kind(name: &[u8]) -> Kind {
    match name {
        b"br" => Kind::LineBreak,
        b"table" => Kind::Table,
        b"tr" => Kind::Row,
        b"td" | b"th" => Kind::Cell,
        b"pre" | b"listing" | b"xmp" | b"plaintext" => Kind::Preformatted,
        b"area" | b"base" | b"col" | b"embed" | b"frame" | b"hr" | b"img" | b"input" | b"link"
        | b"meta" | b"param" | b"source" | b"track" | b"wbr" => Kind::Void,
        // What was deleted is left out as in Word files.
        b"audio" | b"canvas" | b"datalist" | b"del" | b"iframe" | b"noembed" | b"noframes"
        | b"noscript" | b"object" | b"script" | b"select" | b"style" | b"svg" | b"template"
        | b"title" | b"video" => Kind::Unseen,
        b"address" | b"article" | b"aside" | b"blockquote" | b"body" | b"caption" | b"center"
        | b"dd" | b"details" | b"dialog" | b"dir" | b"div" | b"dl" | b"dt" | b"fieldset"
        | b"figcaption" | b"figure" | b"footer" | b"form" | b"h1" | b"h2" | b"h3" | b"h4"
        | b"h5" | b"h6" | b"head" | b"header" | b"hgroup" | b"html" | b"legend" | b"li"
        | b"main" | b"menu" | b"nav" | b"ol" | b"p" | b"section" | b"summary" | b"tbody"
        | b"tfoot" | b"thead" | b"ul" => Kind::Block,
        _ => Kind::Inline,
    }
}

/// Whether an element that is still open ends where another one begins, without an end tag.
pub(super) fn is_ended_by(open: &[u8], next: &[u8]) -> bool {
    match open {
        b"p" => !matches!(
            kind(next),
            Kind::Inline | Kind::LineBreak | Kind::Void | Kind::Unseen
        ),
        b"li" => next == b"li",
        b"dt" | b"dd" => matches!(next, b"dt" | b"dd"),
        b"td" | b"th" => matches!(next, b"td" | b"th" | b"tr" | b"tbody" | b"thead" | b"tfoot"),
        b"tr" | b"caption" => matches!(next, b"tr" | b"tbody" | b"thead" | b"tfoot"),
        b"head" => next == b"body",
        _ => false,
    }
}

/// Whether what is inside an element may end nothing outside of it.
pub(super) fn is_closed(name: &[u8]) -> bool {
    matches!(name, b"table" | b"td" | b"th")
}

/// Whether an element is in Markdown what it is in HTML. All else between angle brackets is text there.
pub(super) fn is_known(name: &[u8]) -> bool {
    kind(name) != Kind::Inline
        || matches!(
            name,
            b"a" | b"abbr"
                | b"b"
                | b"big"
                | b"cite"
                | b"code"
                | b"dfn"
                | b"em"
                | b"font"
                | b"i"
                | b"ins"
                | b"kbd"
                | b"label"
                | b"mark"
                | b"q"
                | b"s"
                | b"samp"
                | b"small"
                | b"span"
                | b"strike"
                | b"strong"
                | b"sub"
                | b"sup"
                | b"time"
                | b"tt"
                | b"u"
                | b"var"
        )
}
