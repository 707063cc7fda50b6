//! A command of a plan as the words that a shell would make of it. What is more than words, in quotes or without, is refused: nothing
//! stands between the plan that people reviewed and what is run.

/// The words of a command.
pub fn words(line: &str) -> Result<Vec<String>, String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        match letter {
            ' ' | '\t' => words.extend(word.take()),
            '\'' | '"' => quoted(letter, &mut letters, word.get_or_insert_default())?,
            // As a quote is written among quotes.
            '\\' if letters.as_str().starts_with('\'') => {
                word.get_or_insert_default().extend(letters.next());
            }
            '|' | '&' | ';' | '<' | '>' | '(' | ')' | '{' | '}' | '$' | '`' | '\\' | '*' | '?'
            | '[' | ']' | '!' => return Err(meant(letter)),
            '~' | '#' if word.is_none() => return Err(meant(letter)),
            _ => word.get_or_insert_default().push(letter),
        }
    }
    words.extend(word);
    Ok(words)
}

/// The rest of what stands in quotes.
fn quoted(quote: char, letters: &mut std::str::Chars<'_>, word: &mut String) -> Result<(), String> {
    for letter in letters {
        match letter {
            _ if letter == quote => return Ok(()),
            '$' | '`' | '\\' | '!' if quote == '"' => return Err(meant(letter)),
            _ => word.push(letter),
        }
    }
    Err(format!("has a quote that does not end: {quote}"))
}

fn meant(letter: char) -> String {
    format!(
        "has a {letter} that a shell would take, and no shell runs it: quote it with '...', or leave it out"
    )
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::words;
    use crate::text::shell_word;

    #[test]
    fn words_are_those_of_a_shell() {
        let cases: [(&str, &[&str]); 6] = [
            ("nkeep version", &["nkeep", "version"]),
            ("a  'b c'\t\"d e\"", &["a", "b c", "d e"]),
            ("a --x='b c'd \"it's\"", &["a", "--x=b cd", "it's"]),
            ("a '' \"\"", &["a", "", ""]),
            (
                "a '$x|*' b~c#d Ada=age1x",
                &["a", "$x|*", "b~c#d", "Ada=age1x"],
            ),
            (" ", &[]),
        ];
        for (line, expected) in cases {
            assert_eq!(words(line).unwrap(), expected, "{line}");
        }
    }

    #[test]
    fn a_word_that_was_quoted_comes_back() {
        for word in ["x", "a b", "it's", "$(rm)", "'", "\\", "~", "#"] {
            assert_eq!(words(&shell_word(word)).unwrap(), [word]);
        }
    }

    #[test]
    fn what_a_shell_would_do_is_refused() {
        let lines = [
            "a | b",
            "a > b",
            "a < b",
            "a; b",
            "a && b",
            "a $x",
            "a \"$x\"",
            "a `b`",
            "a \"`b`\"",
            "(a)",
            "a *",
            "a b?",
            "a [b]",
            "a {b,c}",
            "a ~/b",
            "a # b",
            "a \\b",
            "a \"\\b\"",
            "a !b",
        ];
        for line in lines {
            assert!(
                words(line).unwrap_err().contains("a shell would take"),
                "{line}"
            );
        }
        for line in ["a 'b", "a \"b", "'"] {
            assert!(words(line).unwrap_err().contains("does not end"), "{line}");
        }
    }
}
