//! Paths as URI references (RFC 3986).

/// The path of a file as the user gave it: a relative one stays relative to the folder of the run, an absolute one
/// becomes a `file` URI. Every byte that is not plain is percent-encoded, so that a colon makes no scheme.
pub(super) fn of_path(path: &str) -> String {
    let path = if cfg!(windows) {
        path.replace('\\', "/")
    } else {
        path.to_owned()
    };
    let relative = path.trim_start_matches("./");
    let mut uri = String::with_capacity(path.len());
    if relative.starts_with('/') {
        uri.push_str("file://");
    } else if has_drive(relative) {
        uri.push_str("file:///");
    }
    for byte in relative.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

/// Whether a path begins with the letter of a drive of Windows.
fn has_drive(path: &str) -> bool {
    let bytes = path.as_bytes();
    cfg!(windows) && bytes.len() > 2 && bytes[0].is_ascii_alphabetic() && &bytes[1..3] == b":/"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_paths_stay_relative_and_are_encoded() {
        assert_eq!(of_path("letters/a.txt"), "letters/a.txt");
        assert_eq!(of_path("./a b#1.txt"), "a%20b%231.txt");
        assert_eq!(of_path("Größe:1%.txt"), "Gr%C3%B6%C3%9Fe%3A1%25.txt");
        assert_eq!(of_path("../x?y.pdf"), "../x%3Fy.pdf");
        assert_eq!(of_path("-"), "-");
    }

    #[cfg(unix)]
    #[test]
    fn absolute_paths_are_file_uris() {
        assert_eq!(of_path("/srv/a b.txt"), "file:///srv/a%20b.txt");
    }
}
