//! A passphrase that somebody chooses: given, made, or asked for until it is strong enough and typed twice.

use std::collections::BTreeSet;

use zeroize::Zeroizing;

use crate::cmd::Ctx;
use crate::store::age::Passphrase;
use crate::ui::prompt::Prompt;
use crate::ui::{Failure, Hinted as _, again};

/// How often somebody is asked for the same.
const TRIES: usize = 3;
/// Fewer characters are guessed by whoever has the file.
const SHORTEST: usize = 12;

/// A passphrase of the store: given, made, or asked for twice. `other_way` is a command that asks for nothing.
pub fn passphrase(ctx: &Ctx, generate: bool, other_way: &str) -> Result<Passphrase, Failure> {
    passphrase_of(ctx, "the store", generate, other_way)
}

/// The same, of whatever it opens.
pub fn passphrase_of(
    ctx: &Ctx,
    what: &str,
    generate: bool,
    other_way: &str,
) -> Result<Passphrase, Failure> {
    if let Some(passphrase) = ctx.given_passphrase()? {
        return strong(passphrase, other_way);
    }
    let mut prompt = ctx
        .prompt()
        .ok_or_else(|| {
            Failure::usage(match generate {
                true => format!(
                    "a passphrase of {what} that is made is shown once, and there is no terminal to show it at"
                ),
                false => format!(
                    "how {what} is to be opened is not said, and there is no terminal to ask at"
                ),
            })
        })
        .hint(other_way)?;
    if generate {
        return made(&mut prompt, what);
    }
    let question = format!(
        "New passphrase of {what} ({SHORTEST} characters or more; just Enter, and one is made for you)"
    );
    let Some(first) = typed_strong(&mut prompt, &question, other_way)? else {
        return made(&mut prompt, what);
    };
    typed_again(
        &mut prompt,
        "The same again",
        first.expose(),
        "the passphrases differ",
    )?;
    Ok(first)
}

/// A passphrase that is strong enough, or nothing where just Enter was typed. Whoever chose a weak one may choose again.
fn typed_strong(
    prompt: &mut Prompt,
    question: &str,
    other_way: &str,
) -> Result<Option<Passphrase>, Failure> {
    let mut left = TRIES;
    loop {
        let typed = prompt.secret(question)?;
        if typed.is_empty() {
            return Ok(None);
        }
        left -= 1;
        match strong(Passphrase::new(typed.as_str()), other_way) {
            Err(weak) if left > 0 => prompt.show(&format!("{}: once more", weak.message()))?,
            done => return done.map(Some),
        }
    }
}

/// Has a passphrase typed once more. A slip there is no reason to choose another.
fn typed_again(
    prompt: &mut Prompt,
    question: &str,
    wanted: &str,
    other: &'static str,
) -> Result<(), Failure> {
    typed_back(prompt, question, other, |typed| typed == wanted).map(|_| ())
}

/// Has something typed until it is right, and says how many lines that took on the screen.
fn typed_back(
    prompt: &mut Prompt,
    question: &str,
    other: &'static str,
    is_right: impl Fn(&str) -> bool,
) -> Result<usize, Failure> {
    for left in (0..TRIES).rev() {
        if is_right(&prompt.secret(question)?) {
            // Each try before it took two lines.
            return Ok(2 * (TRIES - 1 - left) + 1);
        }
        match left {
            0 => {}
            1 => prompt.show(&format!("{other}: once more, 1 try left"))?,
            _ => prompt.show(&format!("{other}: once more, {left} tries left"))?,
        }
    }
    Err(Failure::usage(format!("{other}; nothing was changed"))).hint(again())
}

/// What of a passphrase that was made has to be the same where it is typed back, which is compared and nothing else.
fn bare(text: &str) -> Zeroizing<String> {
    let mut bare = Zeroizing::new(String::with_capacity(text.len()));
    let letters = text.chars();
    let letters = letters.filter(|letter| *letter != '-' && !letter.is_whitespace());
    bare.extend(letters.map(|letter| letter.to_ascii_lowercase()));
    bare
}

/// What nobody guesses: 100 bits, in groups that can be read out.
fn made(prompt: &mut Prompt, what: &str) -> Result<Passphrase, Failure> {
    const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";
    let mut random = Zeroizing::new([0; 20]);
    getrandom::fill(random.as_mut_slice()).map_err(std::io::Error::other)?;
    let mut text = Zeroizing::new(String::with_capacity(24));
    for (index, byte) in random.iter().enumerate() {
        if index > 0 && index % 4 == 0 {
            text.push('-');
        }
        text.push(char::from(LETTERS[usize::from(byte & 31)]));
    }
    prompt.show(&format!("The passphrase of {what}, shown this once:"))?;
    prompt.show(&format!("    {}", *text))?;
    let question = "Write it down, and type it";
    let wanted = bare(&text);
    let lines = typed_back(prompt, question, "that is another passphrase", |typed| {
        *bare(typed) == *wanted
    })?;
    prompt.wipe(lines + 2)?;
    prompt.show(&format!("The passphrase of {what} was typed back."))?;
    Ok(Passphrase::new(text.as_str()))
}

/// Long enough not to be guessed by whoever has the file.
fn strong(passphrase: Passphrase, other_way: &str) -> Result<Passphrase, Failure> {
    if passphrase.expose().chars().count() < SHORTEST {
        return Err(Failure::usage(format!(
            "the passphrase is shorter than {SHORTEST} characters"
        )))
        .hint(other_way);
    }
    let different: BTreeSet<char> = passphrase.expose().chars().collect();
    if different.len() < 6 {
        return Err(Failure::usage(
            "the passphrase has fewer than 6 different characters",
        ))
        .hint(other_way);
    }
    Ok(passphrase)
}
