//! What is being dragged in a ranking.

use std::cell::RefCell;
use std::rc::Rc;

use which_track_quiz::ChoiceIx;
use yew::prelude::*;

/// The choice that is being dragged: of no use to anybody but a ranking, and gone with the finger.
#[derive(Default)]
pub struct Drag(Rc<RefCell<Option<ChoiceIx>>>);

impl Drag {
    /// Takes hold of a choice. A finger is captured by what it touched first; letting go of that makes the other places
    /// notice it.
    pub fn grab(&self, ix: ChoiceIx) -> Callback<PointerEvent> {
        let dragged = Rc::clone(&self.0);
        Callback::from(move |event: PointerEvent| {
            *dragged.borrow_mut() = Some(ix);
            if let Some(touched) = event.target_dyn_into::<web_sys::Element>() {
                _ = touched.release_pointer_capture(event.pointer_id());
            }
        })
    }

    /// A choice that is dragged over another one takes its place. One that was let go outside is dragged no longer.
    pub fn over(&self, ix: ChoiceIx, moved: Callback<ChoiceIx>) -> Callback<PointerEvent> {
        let dragged = Rc::clone(&self.0);
        Callback::from(move |event: PointerEvent| {
            if event.buttons() == 0 {
                *dragged.borrow_mut() = None;
            }
            dragged.borrow().filter(|moving| *moving != ix).iter().for_each(|moving| moved.emit(*moving));
        })
    }

    /// Lets go of it.
    pub fn release(&self) -> Callback<PointerEvent> {
        let dragged = Rc::clone(&self.0);
        Callback::from(move |_| *dragged.borrow_mut() = None)
    }
}
