//! Which components are drawn anew: counted by tests, and by nothing else.

/// Says that a component is drawn.
#[inline]
pub fn drawn(_component: &'static str) {
    #[cfg(test)]
    DRAWN.with_borrow_mut(|drawn| drawn.push(_component));
}

#[cfg(test)]
thread_local! {
    static DRAWN: std::cell::RefCell<Vec<&'static str>> = const { std::cell::RefCell::new(Vec::new()) };
}

#[cfg(all(test, feature = "csr", target_arch = "wasm32"))]
mod tests;
