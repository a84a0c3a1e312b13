//! What must hold of the engine as a whole.
