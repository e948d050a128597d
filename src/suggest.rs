//! "Did you mean": the nearest of the names that would have been valid.

/// How many candidates are compared letter by letter, so that a wrong name in a pack of tens of thousands
/// of names costs no noticeable time.
const MAX_COMPARED: usize = 2_000;

/// The candidate nearest to `given`, when one is near enough to be meant: at most a third of its
/// letters differ (a transposition counts once).
pub(crate) fn nearest<'c>(
    given: &str,
    candidates: impl IntoIterator<Item = &'c str>,
) -> Option<&'c str> {
    let given = given.to_lowercase();
    let length = given.chars().count();
    candidates
        .into_iter()
        .filter(|candidate| {
            // The lengths alone already tell how far two names are at least apart.
            let other = candidate.chars().count();
            near_enough(length.abs_diff(other), other)
        })
        .take(MAX_COMPARED)
        .map(|candidate| {
            let distance = strsim::damerau_levenshtein(&given, &candidate.to_lowercase());
            (distance, candidate)
        })
        .filter(|(distance, candidate)| near_enough(*distance, candidate.chars().count()))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

fn near_enough(distance: usize, length: usize) -> bool {
    distance * 3 <= length.max(3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_near_miss_and_nothing_for_a_stranger() {
        let names = ["Connecticut", "Colorado", "California"];
        assert_eq!(nearest("Conneticuit", names), Some("Connecticut"));
        assert_eq!(nearest("califronia", names), Some("California"));
        assert_eq!(nearest("Ontario", names), None);
    }

    #[test]
    fn a_name_of_a_megabyte_is_far_from_every_name_at_once() {
        let long = "a".repeat(1_000_000);
        assert_eq!(nearest(&long, ["treatments", "guidelines"]), None);
    }
}
