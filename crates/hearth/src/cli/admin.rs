//! `hearth admin`: members and invitations, whether the server runs or not.

use std::{io::Read, process::ExitCode};

use clap::{Args, Subcommand};
use hearth_app::Config;
use hearth_kernel::{Error, Result};
use hearth_matrix::accounts::Command;
use serde_json::{Value, json};

use super::desk::Desk;

#[derive(Args)]
pub(super) struct Arguments {
    /// As JSON.
    #[arg(long, global = true)]
    json: bool,

    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Make an account, and print its password once unless you bring one.
    Create {
        /// What comes after the @ in the new member's id: small letters, digits and . _ = - / +
        name: String,
        /// Make an administrator.
        #[arg(long)]
        admin: bool,
        /// Read the password from standard input instead of making one by chance.
        #[arg(long)]
        password_stdin: bool,
    },
    /// List all accounts: since when, whether locked or deactivated, how many devices, when seen last.
    List,
    /// Give a member another password, printed once, and sign them out everywhere.
    ResetPassword {
        /// Whose: ada or @ada:example.org
        name: String,
        /// Read the password from standard input instead of making one by chance.
        #[arg(long)]
        password_stdin: bool,
        /// Leave the member's devices signed in.
        #[arg(long)]
        keep_devices: bool,
    },
    /// Lock an account: its devices stay, but can do nothing until it is unlocked.
    Lock {
        /// Whose: ada or @ada:example.org
        name: String,
    },
    /// Unlock an account.
    Unlock {
        /// Whose: ada or @ada:example.org
        name: String,
    },
    /// End an account for ever: its profile, devices and data are deleted, it leaves its rooms, and nobody
    /// gets its name again.
    Deactivate {
        /// Whose: ada or @ada:example.org
        name: String,
        /// Show what the member said only to those who were in the room then, and not to who comes later.
        #[arg(long)]
        erase: bool,
    },
    /// Make a member an administrator.
    MakeAdmin {
        /// Whom: ada or @ada:example.org
        name: String,
    },
    /// Make an administrator a member like the others.
    RemoveAdmin {
        /// Whom: ada or @ada:example.org
        name: String,
    },
    /// Invitations to register, for a server with `registration = "token"`.
    #[command(subcommand)]
    RegistrationToken(TokenVerb),
}

#[derive(Subcommand)]
enum TokenVerb {
    /// Make one, and print it.
    Create {
        /// The token's text, instead of one by chance: letters, digits and . _ ~ -
        token: Option<String>,
        /// How many people may register with it; as many as like to if left out.
        #[arg(long, value_name = "NUMBER")]
        uses: Option<i64>,
        /// For how many days it is good; for ever if left out.
        #[arg(long, value_name = "NUMBER")]
        days: Option<i64>,
    },
    /// List all, oldest first.
    List,
    /// Take one back. Who has registered with it stays.
    Revoke {
        /// The token's text.
        token: String,
    },
}

pub(super) fn run(arguments: Arguments, config: &Config) -> Result<ExitCode> {
    let Arguments { json, verb } = arguments;
    let is_list = matches!(verb, Verb::List);
    // The first administrator may be made before the server's first start.
    let makes = matches!(verb, Verb::Create { .. });
    let command = command(verb)?;
    let answer = super::runtime()?.block_on(async {
        let desk = Desk::reach_place(config, makes).await?;
        let answer = if is_list { list(&desk).await } else { desk.ask(command.into()).await };
        desk.leave().await;
        answer
    })?;
    if json {
        println!("{answer}");
    } else {
        print!("{}", words(&answer));
    }
    Ok(ExitCode::SUCCESS)
}

fn command(verb: Verb) -> Result<Command> {
    Ok(match verb {
        Verb::Create { name, admin, password_stdin } => {
            Command::Create { name, password: password(password_stdin)?, is_administrator: admin }
        }
        Verb::List => Command::List { after: String::new() },
        Verb::ResetPassword { name, password_stdin, keep_devices } => {
            Command::ResetPassword { name, password: password(password_stdin)?, keeps_devices: keep_devices }
        }
        Verb::Lock { name } => Command::Lock { name },
        Verb::Unlock { name } => Command::Unlock { name },
        Verb::Deactivate { name, erase } => Command::Deactivate { name, erases: erase },
        Verb::MakeAdmin { name } => Command::MakeAdministrator { name },
        Verb::RemoveAdmin { name } => Command::RemoveAdministrator { name },
        Verb::RegistrationToken(TokenVerb::Create { token, uses, days }) => {
            const DAY_MS: i64 = 24 * 60 * 60 * 1000;
            let lives_ms = days.map(|days| days.saturating_mul(DAY_MS));
            Command::CreateRegistrationToken { token, uses, lives_ms }
        }
        Verb::RegistrationToken(TokenVerb::List) => Command::ListRegistrationTokens,
        Verb::RegistrationToken(TokenVerb::Revoke { token }) => Command::RevokeRegistrationToken { token },
    })
}

/// The first line of standard input. A password on the command line would stand in the list of processes.
fn password(from_stdin: bool) -> Result<Option<String>> {
    if !from_stdin {
        return Ok(None);
    }
    let mut text = String::new();
    let read = std::io::stdin().take(hearth_kernel::limits::ADMIN_LINE_BYTES as u64).read_to_string(&mut text);
    read.map_err(|error| Error::invalid_param(format!("the password cannot be read: {error}")))?;
    Ok(Some(text.lines().next().unwrap_or_default().to_owned()))
}

/// All pages in one.
async fn list(desk: &Desk<'_>) -> Result<Value> {
    let mut members = Vec::new();
    loop {
        let after = members.last().map_or("", |last: &Value| last["user_id"].as_str().unwrap_or("")).to_owned();
        let mut page = desk.ask(Command::List { after }.into()).await?;
        match page["members"].take() {
            Value::Array(page) if !page.is_empty() => members.extend(page),
            _ => return Ok(json!({ "members": members })),
        }
    }
}

/// For people: a line a member or a token, otherwise what was done.
fn words(answer: &Value) -> String {
    let text = |field: &str| answer[field].as_str().unwrap_or_default();
    if let Some(members) = answer["members"].as_array() {
        return members.iter().map(member).collect();
    }
    if let Some(tokens) = answer["tokens"].as_array() {
        return tokens.iter().map(token).collect();
    }
    let mut lines = if answer["token"].is_string() {
        if answer["revoked"] == true { format!("{} is revoked.\n", text("token")) } else { token(answer) }
    } else {
        format!("{}{}\n", text("user_id"), state(answer))
    };
    if answer["password"].is_string() {
        lines.push_str(&format!("The password, shown this once: {}\n", text("password")));
    }
    lines
}

fn state(answer: &Value) -> &'static str {
    let is = |field: &str| answer[field].as_bool();
    match (is("locked"), is("deactivated"), is("is_administrator")) {
        (Some(true), ..) => " is locked.",
        (Some(false), ..) => " is not locked.",
        (_, Some(true), _) => " is deactivated.",
        (_, _, Some(true)) => " is an administrator.",
        (_, _, Some(false)) if answer["password"].is_null() => " is a member.",
        _ => "",
    }
}

fn member(member: &Value) -> String {
    let mut line =
        format!("{}  since {}", member["user_id"].as_str().unwrap_or_default(), day(&member["created_at_ms"]));
    let states = [("locked_at_ms", "locked"), ("deactivated_at_ms", "deactivated")];
    for (_, word) in states.iter().filter(|(field, _)| !member[*field].is_null()) {
        line.push_str(&format!("  {word}"));
    }
    if member["is_administrator"] == true {
        line.push_str("  administrator");
    }
    if !member["seen_at_ms"].is_null() {
        line.push_str(&format!("  {} devices, seen {}", member["devices"], day(&member["seen_at_ms"])));
    }
    line.push('\n');
    line
}

fn token(token: &Value) -> String {
    let uses = match token["uses_allowed"].as_i64() {
        Some(allowed) => format!("used {}× of {allowed}", token["uses"]),
        None => format!("used {}×", token["uses"]),
    };
    let until = if token["expires_at_ms"].is_null() {
        String::new()
    } else {
        format!(", until {}", day(&token["expires_at_ms"]))
    };
    format!("{}  {uses}{until}\n", token["token"].as_str().unwrap_or_default())
}

/// A moment, as its day.
pub(super) fn day(at_ms: &Value) -> String {
    let moment = jiff::Timestamp::from_millisecond(at_ms.as_i64().unwrap_or_default()).unwrap_or_default();
    moment.strftime("%Y-%m-%d").to_string()
}
