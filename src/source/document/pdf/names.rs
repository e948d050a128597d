//! How messages name the pages of a document.

/// How many pages a message names one by one.
const NAMED: usize = 5;

/// "page 2", "pages 2 and 5", "pages 1, 2, 3, 4, 5 and 7 more". Numbers start at 1.
pub(super) fn pages(numbers: &[usize]) -> String {
    let words: Vec<String> = numbers.iter().map(usize::to_string).collect();
    match words.as_slice() {
        [] => "no page".to_owned(),
        [only] => format!("page {only}"),
        [first @ .., last] if words.len() <= NAMED => {
            format!("pages {} and {last}", first.join(", "))
        }
        words => {
            let (named, rest) = words.split_at(NAMED);
            format!("pages {} and {} more", named.join(", "), rest.len())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::pages;

    #[test]
    fn few_pages_are_named_and_many_counted() {
        assert_eq!(pages(&[2]), "page 2");
        assert_eq!(pages(&[2, 5]), "pages 2 and 5");
        assert_eq!(pages(&[1, 2, 3, 4, 5]), "pages 1, 2, 3, 4 and 5");
        assert_eq!(
            pages(&[1, 2, 3, 4, 5, 6, 9]),
            "pages 1, 2, 3, 4, 5 and 2 more"
        );
    }
}
