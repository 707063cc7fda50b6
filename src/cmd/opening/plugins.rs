//! Which age plugins may be run, and what they say and ask.

use crate::cmd::Ctx;
use crate::store::age::plugin::Plugins;
use crate::ui::Failure;

impl Ctx {
    /// The plugins that the user has named. What a store or a file names is run only when it is one of them.
    #[cfg(not(feature = "plugins"))]
    #[allow(
        clippy::unused_self,
        clippy::unnecessary_wraps,
        reason = "a build with them needs both"
    )]
    pub fn plugins(&self) -> Result<Plugins, Failure> {
        Ok(Plugins::none())
    }

    /// The plugins that the user has named. What a store or a file names is run only when it is one of them.
    #[cfg(feature = "plugins")]
    pub fn plugins(&self) -> Result<Plugins, Failure> {
        use crate::store::age::plugin::PluginName;
        use crate::ui::Hinted as _;

        let named = std::env::var("NKEEP_PLUGINS").unwrap_or_default();
        let names = named.split(',').map(str::trim);
        let names = names
            .filter(|name| !name.is_empty())
            .map(|name| {
                let what = format!("NKEEP_PLUGINS cannot be used: {name:?}");
                name.parse::<PluginName>().context(what)
            })
            .collect::<Result<Vec<_>, _>>()
            .code(crate::ui::ExitCode::Usage)
            .hint("export NKEEP_PLUGINS=yubikey,tpm")?;
        if names.is_empty() {
            return Ok(Plugins::none());
        }
        let host = at_terminal::AtTerminal::new(self.ui, self.opening.no_input);
        Ok(Plugins::allowed(names, Box::new(host), patience()))
    }
}

/// Long enough to find a token and touch it; tests need not wait.
#[cfg(feature = "plugins")]
fn patience() -> std::time::Duration {
    crate::testing::set("NKEEP_TEST_PATIENCE").map_or(
        std::time::Duration::from_secs(120),
        std::time::Duration::from_millis,
    )
}

#[cfg(feature = "plugins")]
mod at_terminal {
    use zeroize::Zeroizing;

    use crate::store::age::plugin::{Answer, Host, PluginName};
    use crate::text::sanitized;
    use crate::ui::prompt::Prompt;
    use crate::ui::{ExitCode, Failure, Ui};

    /// Whoever sits at the terminal, if there is one.
    pub struct AtTerminal {
        ui: Ui,
        no_input: bool,
    }

    impl AtTerminal {
        pub const fn new(ui: Ui, no_input: bool) -> Self {
            Self { ui, no_input }
        }

        fn prompt(&self) -> Option<Prompt> {
            if self.no_input { None } else { Prompt::open() }
        }
    }

    impl Host for AtTerminal {
        fn message(&self, plugin: &PluginName, text: &str) {
            let text = sanitized(text);
            self.ui.notice(&format!("{plugin}: {text}"));
        }

        fn waiting(&self, plugin: &PluginName) {
            self.ui.notice(&format!(
                "waiting for the plugin {plugin}; it may want to be touched"
            ));
        }

        fn ask(
            &self,
            plugin: &PluginName,
            question: &str,
            secret: bool,
        ) -> Answer<Zeroizing<String>> {
            let Some(mut prompt) = self.prompt() else {
                return Answer::Refused;
            };
            let question = format!("{plugin}: {}", sanitized(question));
            let line = if secret {
                prompt.secret(&question)
            } else {
                prompt.line(&question).map(Zeroizing::new)
            };
            answer(line)
        }

        fn confirm(
            &self,
            plugin: &PluginName,
            question: &str,
            yes: &str,
            no: Option<&str>,
        ) -> Answer<bool> {
            let Some(mut prompt) = self.prompt() else {
                return Answer::Refused;
            };
            let choice = no.map_or_else(String::new, |no| format!(", 2 for {}", sanitized(no)));
            let question = format!(
                "{plugin}: {} (1 for {}{choice})",
                sanitized(question),
                sanitized(yes)
            );
            match answer(prompt.line(&question)) {
                Answer::Given(line) if line == "1" => Answer::Given(true),
                Answer::Given(line) if line == "2" && no.is_some() => Answer::Given(false),
                Answer::Given(_) | Answer::Refused => Answer::Refused,
                Answer::Interrupted => Answer::Interrupted,
            }
        }
    }

    fn answer<T>(given: Result<T, Failure>) -> Answer<T> {
        match given {
            Ok(given) => Answer::Given(given),
            Err(failure) if failure.code() == ExitCode::Interrupted => Answer::Interrupted,
            Err(_) => Answer::Refused,
        }
    }
}
