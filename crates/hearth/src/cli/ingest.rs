//! `hearth insight key` and `hearth insight workspace`: what other products send, and what it means.

use std::process::ExitCode;

use clap::{Args, Subcommand, ValueEnum};
use hearth_app::Config;
use hearth_insight::ingest::Command;
use hearth_kernel::Result;
use serde_json::Value;

use super::{admin::day, desk::Desk};

#[derive(Subcommand)]
pub(super) enum Verb {
    /// Write keys, with which another product's SDK sends its events here; while the server runs, too.
    Key(Asked<KeyVerb>),
    /// What other products send: what their events mean, what was not taken in, and who is too fast for a person.
    Workspace(Asked<WorkspaceVerb>),
}

#[derive(Args)]
pub(super) struct Asked<V: Subcommand> {
    /// As JSON.
    #[arg(long, global = true)]
    json: bool,

    #[command(subcommand)]
    verb: V,
}

#[derive(Subcommand)]
pub(super) enum WorkspaceVerb {
    /// List the workspaces, each with its lawful basis and what it keeps of an event.
    List,
    /// Show the names of a workspace's events, what was not taken in, and whose events come faster than people act.
    Show {
        /// Which workspace.
        workspace: String,
    },
    /// Say what the events of a name mean; those that were held until now go on.
    Accept {
        /// Which workspace.
        workspace: String,
        /// The name, as `show` has it.
        name: String,
        /// What they are.
        #[arg(long = "as", value_name = "MEANING", default_value = "activity")]
        meaning: Meaning,
    },
    /// Print what was sent of a person, as JSON, under all ids that are theirs.
    Export {
        /// Which workspace.
        workspace: String,
        /// An id of the person.
        member: String,
    },
    /// Take a person out of a workspace, under all ids that are theirs. Their product has to forget them first, or what it
    /// sends comes in again.
    Forget {
        /// Which workspace.
        workspace: String,
        /// An id of the person.
        member: String,
    },
    /// Take a workspace away for good: its keys, all that was sent to it, and all that was learned from it.
    Remove {
        /// Which workspace.
        workspace: String,
        /// That it is meant: nothing brings it back.
        #[arg(long, required = true)]
        for_good: bool,
    },
    /// Take somebody for a person after all whose events were set apart.
    Trust {
        /// Which workspace.
        workspace: String,
        /// The id of the member.
        member: String,
    },
}

#[derive(Subcommand)]
pub(super) enum KeyVerb {
    /// Make a write key, and print it once. A workspace that is not there yet is made with it.
    Create {
        /// Which workspace the key writes to: letters, digits and -
        #[arg(long, value_name = "NAME")]
        workspace: String,
        /// What the law lets the workspace rest on: consent, contract, legal-obligation, vital-interests, public-task or
        /// legitimate-interests. Needed when it is new.
        #[arg(long)]
        basis: Option<String>,
        /// Which properties of an event are kept, such as peer=recipient_id,room=channel_id,amount=price. All others are
        /// dropped.
        #[arg(long, value_name = "PLACE=PROPERTY,…")]
        map: Option<String>,
    },
    /// List all keys, oldest first. What a key is cannot be shown again.
    List {
        /// Those of one workspace.
        #[arg(long, value_name = "NAME")]
        workspace: Option<String>,
    },
    /// Take a key back. What was sent with it stays.
    Revoke {
        /// The key, or its name in the list.
        key: String,
    },
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Meaning {
    /// Somebody did something.
    Activity,
    /// Something went wrong for somebody.
    Friction,
    /// Nothing; they are dropped.
    Ignored,
}

pub(super) fn run(verb: Verb, config: &Config) -> Result<ExitCode> {
    let (command, json) = match verb {
        Verb::Key(Asked { json, verb }) => (key_command(verb), json),
        Verb::Workspace(Asked { json, verb }) => (workspace_command(verb), json),
    };
    let answer = Desk::ask_once(config, command)?;
    if json {
        println!("{answer}");
    } else {
        print!("{}", words(&answer));
    }
    Ok(ExitCode::SUCCESS)
}

fn key_command(verb: KeyVerb) -> Command {
    match verb {
        KeyVerb::Create { workspace, basis, map } => Command::CreateWriteKey { workspace, basis, map },
        KeyVerb::List { workspace } => Command::ListWriteKeys { workspace },
        KeyVerb::Revoke { key } => Command::RevokeWriteKey { key },
    }
}

fn workspace_command(verb: WorkspaceVerb) -> Command {
    match verb {
        WorkspaceVerb::List => Command::ListWorkspaces,
        WorkspaceVerb::Show { workspace } => Command::ShowWorkspace { workspace },
        WorkspaceVerb::Accept { workspace, name, meaning } => {
            let ruling = match meaning {
                Meaning::Activity => "activity",
                Meaning::Friction => "friction",
                Meaning::Ignored => "ignored",
            };
            Command::RuleOnEvent { workspace, name, ruling: ruling.to_owned() }
        }
        WorkspaceVerb::Trust { workspace, member } => Command::TrustMember { workspace, member },
        WorkspaceVerb::Export { workspace, member } => Command::ExportMember { workspace, member },
        WorkspaceVerb::Forget { workspace, member } => Command::ForgetMember { workspace, member },
        WorkspaceVerb::Remove { workspace, for_good: _ } => Command::RemoveWorkspace { workspace },
    }
}

/// For people: a line each.
fn words(answer: &Value) -> String {
    let text = |field: &str| answer[field].as_str().unwrap_or_default();
    let lines = |field: &str, line: fn(&Value) -> String| -> Option<String> {
        Some(answer[field].as_array()?.iter().map(line).collect())
    };
    if answer["events"].is_array() {
        let parts = [
            workspace(answer),
            lines("events", event).unwrap_or_default(),
            lines("refused", |refused| format!("not taken in: {} {}\n", refused["events"], word(refused, "why")))
                .unwrap_or_default(),
            lines("apart", apart).unwrap_or_default(),
            format!("{} ids belong to another one\n", answer["ids_merged"]),
        ];
        return parts.concat();
    }
    if answer["signals"].is_array() {
        return format!("{answer:#}\n");
    }
    if let Some(ids) = answer["ids"].as_array() {
        let signals = &answer["signals_forgotten"];
        if signals == 0 {
            return format!(
                "Nothing is kept of {}, under {} ids. Is this how their product names them?\n",
                text("member"),
                ids.len()
            );
        }
        return format!("{} is forgotten under {} ids: {signals} signals were touched.\n", text("member"), ids.len());
    }
    if let Some(lines) = lines("keys", key).or_else(|| lines("workspaces", workspace)) {
        return lines;
    }
    if answer["write_key"].is_string() {
        return format!("The write key of {}, shown this once: {}\n", text("workspace"), text("write_key"));
    }
    if answer["revoked"] == true {
        return format!("{} is revoked.\n", text("key"));
    }
    if answer["removed"] == true {
        return format!("{} is gone, with {} signals.\n", text("workspace"), answer["signals_removed"]);
    }
    if answer["trusted"] == true {
        return format!("{} is taken for a person.\n", text("member"));
    }
    format!("`{}` is taken as {}.\n", text("name"), text("ruling"))
}

fn word<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap_or_default()
}

fn key(key: &Value) -> String {
    let revoked = match key["revoked_at_ms"].is_null() {
        true => String::new(),
        false => format!("  revoked {}", day(&key["revoked_at_ms"])),
    };
    format!("{}  {}  since {}{revoked}\n", word(key, "key"), word(key, "workspace"), day(&key["made_at_ms"]))
}

fn workspace(workspace: &Value) -> String {
    let mut line = format!(
        "{}  on the basis of {}  since {}",
        word(workspace, "workspace"),
        word(workspace, "basis"),
        day(&workspace["made_at_ms"])
    );
    for place in ["peer", "room", "amount"] {
        if let Some(property) = workspace["map"][place].as_str() {
            line.push_str(&format!("  {place}={property}"));
        }
    }
    line.push('\n');
    line
}

fn event(event: &Value) -> String {
    let held = match event["held"].as_i64() {
        Some(held) if held > 0 => format!("  {held} held"),
        _ => String::new(),
    };
    let (first, last) = (day(&event["first_at_ms"]), day(&event["last_at_ms"]));
    format!("{}  {}  {} events, {first} to {last}{held}\n", word(event, "name"), word(event, "ruling"), event["events"])
}

fn apart(apart: &Value) -> String {
    let what = if apart["trusted"] == true {
        "taken for a person".to_owned()
    } else {
        format!("{} set apart", apart["events"])
    };
    format!("too fast for a person: {}, on {}: {what}\n", word(apart, "member"), day(&apart["hour_ms"]))
}
