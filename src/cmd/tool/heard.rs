//! What comes to a subject, as it comes: lines for people, payloads for programs, or one JSON document that is written bit by
//! bit, so that nothing has to be remembered.

use std::ops::ControlFlow;

use serde_json::{Value, json};

use super::{Connected, json_payload};
use crate::cmd::Ctx;
use crate::jwt::subject::Subject;
use crate::net::NetError;
use crate::net::talk::{Heard, Listening, Message, listen};
use crate::text::{counted, quoted};
use crate::ui::{ExitCode, Failure, json_text, shown};

/// How long it is listened, and with whom.
#[derive(clap::Args, Debug)]
pub struct ListenArgs {
    /// Share what comes with whoever listens in the queue of that name
    #[arg(long, short, value_name = "NAME", value_parser = queue)]
    queue: Option<String>,
    /// Messages after which it is over
    #[arg(
        long,
        value_name = "NUMBER",
        value_parser = clap::value_parser!(u32).range(1..)
    )]
    max_messages: Option<u32>,
    /// Say nothing of what was done; warnings and errors stay. nsc has -q for the queue here
    // By this name it stands in the place of the flag of all commands, whose letter it leaves to the queue.
    #[arg(long, id = "quiet", help_heading = "Global options")]
    _quiet: bool,
}

/// The name of a queue, which is a word of the protocol.
fn queue(text: &str) -> Result<String, String> {
    crate::cmd::words::argument::words(text)?;
    if text.contains(char::is_whitespace) {
        return Err("it holds a space".to_owned());
    }
    Ok(text.to_owned())
}

impl ListenArgs {
    /// Listens, shows what comes, and answers what `answer` makes of it.
    pub fn listen(
        &self,
        ctx: &Ctx,
        connected: &Connected,
        subject: &Subject,
        answer: &mut dyn FnMut(&Message) -> Option<Vec<u8>>,
    ) -> Result<(), Failure> {
        let what = Listening {
            subject,
            queue: self.queue.as_deref(),
            most: self.max_messages.map(u64::from),
        };
        let shown = Shown { ctx, what: &what };
        shown.beginning()?;
        let mut unshown = None;
        let heard = listen(
            &connected.link,
            &what,
            &mut || ctx.ui.note(&format!("listening on {}", quoted(subject))),
            &mut |number, message| match shown.message(number, message) {
                Ok(()) => ControlFlow::Continue(answer(message)),
                Err(failure) => {
                    unshown = Some(failure);
                    ControlFlow::Break(())
                }
            },
        );
        match unshown {
            Some(failure) => Err(failure),
            None => shown.end(connected, heard),
        }
    }
}

/// What is shown of it.
struct Shown<'a> {
    ctx: &'a Ctx,
    what: &'a Listening<'a>,
}

impl Shown<'_> {
    fn beginning(&self) -> Result<(), Failure> {
        if !self.ctx.ui.json() {
            return Ok(());
        }
        let head = json!({ "subject": self.what.subject.as_str(), "queue": self.what.queue });
        let head = json_text(&head)?;
        let fields = head
            .trim()
            .trim_start_matches('{')
            .trim_end_matches('}')
            .trim();
        self.ctx.ui.text(&format!(
            "{{\n  \"kind\": \"messages\",\n  {fields},\n  \"messages\": ["
        ))
    }

    fn message(&self, number: u64, message: &Message) -> Result<(), Failure> {
        let ui = self.ctx.ui;
        if ui.json() {
            let before = if number == 1 { "\n" } else { ",\n" };
            let text = json_text(&described(number, message))?;
            return ui.text(&format!("{before}{}", text.trim_end()));
        }
        if !ui.stdout_is_terminal() {
            return ui.data(&[&message.body[..], b"\n"].concat());
        }
        let body = String::from_utf8_lossy(&message.body);
        ui.text(&format!(
            "[#{number}] received on [{}]: '{}'\n",
            shown(&message.subject),
            shown(&body)
        ))
    }

    /// Says how many there were, and why there are no more.
    fn end(&self, connected: &Connected, heard: Heard) -> Result<(), Failure> {
        let Heard { count, ended } = heard;
        if self.ctx.ui.json() {
            let end = match &ended {
                None => "limit",
                Some(NetError::Interrupted) => "interrupted",
                Some(_) => "error",
            };
            self.ctx.ui.text(&format!(
                "\n  ],\n  \"count\": {count},\n  \"end\": \"{end}\"\n}}\n"
            ))?;
        }
        let received = format!("received {}", messages(count));
        match ended {
            None => {
                self.ctx.ui.note(&received);
                Ok(())
            }
            Some(NetError::Interrupted) => {
                self.ctx.ui.note(&received);
                Err(Failure::shown(ExitCode::Interrupted))
            }
            Some(error) => Err(connected.failed(error).context(received)),
        }
    }
}

fn messages(count: u64) -> String {
    counted(usize::try_from(count).unwrap_or(usize::MAX), "message")
}

fn described(number: u64, message: &Message) -> Value {
    let mut described = json!({
        "number": number,
        "subject": message.subject,
        "reply": message.reply.as_ref().map(Subject::as_str),
    });
    for (name, value) in json_payload(&message.body)
        .as_object()
        .into_iter()
        .flatten()
    {
        described[name] = value.clone();
    }
    described
}
