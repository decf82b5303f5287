//! How much the exact way may spend before sheets are drawn instead.

/// Steps of work, and bytes of memory.
#[derive(Clone, Copy)]
pub(super) struct Budget {
    steps: u64,
    bytes: usize,
}

impl Budget {
    /// What telling the balance may take: about a second.
    pub const BALANCE: Self = Self { steps: 80_000_000, bytes: 120 * 1024 * 1024 };
    /// What checking a quiz may take: a few hundredths of a second.
    pub const CHECK: Self = Self { steps: 2_000_000, bytes: 16 * 1024 * 1024 };

    /// Spends steps. `None` where there are not as many left.
    pub fn spend(&mut self, steps: u64) -> Option<()> {
        self.steps = self.steps.checked_sub(steps)?;
        Some(())
    }

    /// Whether so many bytes may be taken for a while.
    pub fn lends(&self, bytes: usize) -> Option<()> {
        (bytes <= self.bytes).then_some(())
    }

    /// Takes bytes for good.
    pub fn hold(&mut self, bytes: usize) -> Option<()> {
        self.bytes = self.bytes.checked_sub(bytes)?;
        Some(())
    }
}
