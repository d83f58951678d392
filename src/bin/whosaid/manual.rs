//! `whosaid completions` and `whosaid man`: the help, for shells and for `man`.

use clap::{Args, Command};
use clap_complete::Shell;
use clap_mangen::Man;

use crate::console::Console;
use crate::output;
use crate::status::Status;

#[derive(Debug, Args)]
#[command(after_help = COMPLETIONS_EXAMPLES)]
pub(crate) struct CompletionsArguments {
    /// The shell that is to complete them
    #[arg(value_enum)]
    shell: Shell,
}

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  whosaid completions bash > ~/.local/share/bash-completion/completions/whosaid
  whosaid completions zsh > ~/.zfunc/_whosaid
  whosaid completions fish > ~/.config/fish/completions/whosaid.fish";

#[derive(Debug, Args)]
#[command(after_help = MAN_EXAMPLES)]
pub(crate) struct ManArguments {
    /// The words of a command
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
}

const MAN_EXAMPLES: &str = "\
Examples:
  whosaid man > ~/.local/share/man/man1/whosaid.1
  whosaid man extract > ~/.local/share/man/man1/whosaid-extract.1
  whosaid man gazetteer check > ~/.local/share/man/man1/whosaid-gazetteer-check.1";

/// Prints the script for a shell, which completes the words of the program.
pub(crate) fn completions(arguments: &CompletionsArguments, mut program: Command) -> Status {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut program, "whosaid", &mut script);
    output::print(&String::from_utf8_lossy(&script))
}

/// Prints the page of the program or of one of its commands, in troff.
pub(crate) fn page(arguments: &ManArguments, program: Command) -> Status {
    let mut command = program;
    // Its parts learn their whole names (`whosaid-extract`) only then.
    command.build();
    for word in &arguments.command {
        let Some(part) = command.find_subcommand(word) else {
            let known: Vec<_> = command.get_subcommands().map(|part| part.get_name()).collect();
            let advice = match known.is_empty() {
                true => "it has none".to_owned(),
                false => format!("write one of {}", known.join(", ")),
            };
            let name = command.get_bin_name().unwrap_or("whosaid");
            Console::quiet().say(format_args!("`{name}` has no command `{word}`; {advice}"));
            return Status::Refused;
        };
        command = part.clone();
    }
    let mut page = Vec::new();
    match Man::new(command).render(&mut page) {
        // What stands behind the options in the help is a section without a name otherwise.
        Ok(()) => output::print(&String::from_utf8_lossy(&page).replace(".SH EXTRA\nExamples:\n", ".SH EXAMPLES\n")),
        Err(error) => output::failed(None, &error, &Console::quiet(), Status::Done),
    }
}
