//! Messages of rules: text with `{placeholders}`.

/// A message as it was written, cut at its placeholders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Message {
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Placeholder(String),
}

impl Message {
    /// Cuts a message. Braces without partner are text; the loader has reported them.
    #[must_use]
    pub(crate) fn new(written: &str) -> Self {
        let mut pieces = Vec::new();
        let mut rest = written;
        while let Some((before, behind)) = rest.split_once('{') {
            let Some((name, after)) = behind.split_once('}') else {
                break;
            };
            pieces.push(Piece::Text(before.to_owned()));
            pieces.push(Piece::Placeholder(name.trim().to_owned()));
            rest = after;
        }
        pieces.push(Piece::Text(rest.to_owned()));
        Self { pieces }
    }

    /// The names of the placeholders, in order.
    pub(crate) fn placeholders(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Placeholder(name) => Some(name.as_str()),
            Piece::Text(_) => None,
        })
    }

    /// The message with its values filled in; the first value of a name is taken. A placeholder without a
    /// value leaves its name, so that nothing is lost in silence.
    #[must_use]
    pub(crate) fn filled(&self, values: &[(&'static str, String)]) -> String {
        let mut filled = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => filled.push_str(text),
                Piece::Placeholder(name) => {
                    let value = values.iter().find(|(given, _)| given == name);
                    filled.push_str(value.map_or(name, |(_, value)| value));
                }
            }
        }
        filled
    }
}

#[cfg(test)]
mod tests {
    use super::Message;

    #[test]
    fn placeholders_are_found_and_filled() {
        let message = Message::new("decided {decision}, concludes {conclusion}");
        assert_eq!(
            message.placeholders().collect::<Vec<_>>(),
            ["decision", "conclusion"]
        );
        let values = [("decision", "upheld".to_owned())];
        assert_eq!(
            message.filled(&values),
            "decided upheld, concludes conclusion"
        );
    }
}
