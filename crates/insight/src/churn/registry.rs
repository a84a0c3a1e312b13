//! Models as files: what was learned, from what, and for which features.

use std::{fs, path::Path};

use hearth_kernel::{Error, Result};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

use super::{engine::Learned, model};
use crate::whole;

const FORMAT: &str = "hearth-churn-model";
const VERSION: u32 = 3;

/// A model's file: the manifest first, so that it can be read without the model.
#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    version: u32,
    /// Of the features' names in their order: a model fits these and no others.
    features: String,
    /// Of the bytes of `learned`, as [`version_of`] has it: a model that was changed predicts nothing that anybody learned.
    digest: String,
    learned: Box<RawValue>,
}

/// A name for the features of this program.
pub fn features() -> String {
    let mut hash = Sha256::new();
    for name in model::columns() {
        hash.update(name.as_bytes());
        hash.update([0]);
    }
    short(&hash.finalize())
}

/// A name for a model: the same for the same bytes.
pub fn version_of(learned: &Learned) -> String {
    short(&Sha256::digest(json(learned)))
}

fn json(learned: &Learned) -> String {
    serde_json::to_string(learned).expect("a model is JSON")
}

fn short(digest: &[u8]) -> String {
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Writes a model under a name that it has only when it is whole and durable.
pub fn save(learned: &Learned, path: &Path) -> Result<()> {
    let learned = json(learned);
    let file = File {
        format: FORMAT.to_owned(),
        version: VERSION,
        features: features(),
        digest: short(&Sha256::digest(&learned)),
        learned: RawValue::from_string(learned).expect("a model is JSON"),
    };
    let text = serde_json::to_string(&file).expect("a model is JSON");
    let failed = |error: std::io::Error| {
        Error::unavailable(format!("the model could not be written to {}", path.display())).caused_by(error)
    };
    whole::write(path, |file| file.write_all(text.as_bytes())).map_err(failed)
}

pub fn load(path: &Path) -> Result<Learned> {
    let refused = |what: String| Error::invalid_param(format!("{}: {what}", path.display()));
    let text = fs::read_to_string(path).map_err(|error| refused(error.to_string()))?;
    #[derive(Deserialize)]
    struct Manifest {
        format: String,
        version: u32,
        features: String,
    }
    let manifest: Manifest =
        serde_json::from_str(&text).map_err(|error| refused(format!("this is no model of Hearth: {error}")))?;
    if manifest.format != FORMAT {
        return Err(refused("this is no model of Hearth".to_owned()));
    }
    if manifest.version != VERSION {
        return Err(refused("this model was written by another version of Hearth; train it anew".to_owned()));
    }
    if manifest.features != features() {
        return Err(refused("this model was made for other features than this program has; train it anew".to_owned()));
    }
    let broken = |error: serde_json::Error| refused(format!("the model is broken: {error}"));
    let file: File = serde_json::from_str(&text).map_err(broken)?;
    if short(&Sha256::digest(file.learned.get())) != file.digest {
        return Err(refused("the model was changed after it was learned; train it anew".to_owned()));
    }
    serde_json::from_str(file.learned.get()).map_err(broken)
}
