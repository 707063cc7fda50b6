//! Hints in reports: a command stays whole, on a line of its own where it needs one, and what is said of it is wrapped below.

use super::table::{width_of, wrapped};

/// The lines of a hint that stands so far in, where there are so many columns.
#[must_use]
pub fn hint_lines(indent: usize, hint: &str, columns: usize) -> Vec<String> {
    const LABEL: &str = "hint: ";
    let blank = " ".repeat(indent);
    let line = format!("{blank}{LABEL}{hint}");
    if width_of(&line) <= columns {
        return vec![line];
    }
    let (command, why) = match hint.split_once("  # ") {
        Some((command, why)) => (command, Some(why)),
        None => (hint, None),
    };
    let line = format!("{blank}{LABEL}{command}");
    let mut lines = match width_of(&line) <= columns {
        true => vec![line],
        false => vec![
            format!("{blank}{}", LABEL.trim_end()),
            format!("  {command}"),
        ],
    };
    let below = format!("{}# ", " ".repeat(indent + LABEL.len()));
    let room = columns.saturating_sub(below.len());
    let why = why.into_iter().flat_map(|why| wrapped(why, room, 0));
    lines.extend(why.map(|part| format!("{below}{part}")));
    lines
}

#[cfg(test)]
mod tests {
    use super::hint_lines;

    #[test]
    fn a_command_is_never_cut() {
        let hint =
            "nkeep edit user somebody --deny-sub 'a.*.>'  # which shuts out all that is below";
        let all = format!("  hint: {hint}");
        assert_eq!(hint_lines(2, hint, usize::MAX), [all]);
        let why = ["        # which shuts out all that is", "        # below"];
        let beside = "  hint: nkeep edit user somebody --deny-sub 'a.*.>'";
        assert_eq!(
            hint_lines(2, hint, 55),
            [beside, "        # which shuts out all that is below"]
        );
        let own = ["  hint:", "  nkeep edit user somebody --deny-sub 'a.*.>'"];
        assert_eq!(hint_lines(2, hint, 40), [&own[..], &why].concat());
    }
}
