//! The picture of a result as a PNG file, drawn on a canvas from the card's one scene.
//!
//! Shape by shape, and not by loading the card's SVG as an image: a strict policy on images does not stop it, and no
//! browser takes the canvas for one that holds something of others. The colors are those that the page's own styles
//! give the card, so that a blog's colors are in the file too.

use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;

use gloo_render::{AnimationFrame, request_animation_frame};
use gloo_utils::{document, window};
use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{CanvasRenderingContext2d, Element, File, FilePropertyBag, HtmlCanvasElement};
use which_track_quiz::card::{Paint, Shape};

use super::page::Readable;
use crate::host::Picture;
use crate::widget::paint_class;

const TYPE: &str = "image/png";

/// So many pixels of the ground are read, and as many of the mark.
const GROUND: i16 = 20;

/// What every paint is on the page, in the order of [`Paint::ALL`].
type Colors = [String; Paint::ALL.len()];

/// The picture that is ready for a tap.
#[derive(Default)]
pub struct Prepared {
    last: Last,
    /// The frame before which the next one is drawn. A widget that goes draws nothing anymore.
    frame: RefCell<Option<AnimationFrame>>,
}

/// The picture that was drawn last.
#[derive(Clone, Default)]
struct Last(Rc<RefCell<Option<Drawing>>>);

/// A picture in its colors, with its file once that is there.
struct Drawing {
    picture: Picture,
    colors: Colors,
    file: Option<File>,
}

impl Prepared {
    /// Draws a picture in the next frame: by then the widget is on the page, and the page's colors are its own.
    pub fn draw(&self, root: &Element, picture: &Picture) {
        let (this, root, picture) = (self.last.clone(), root.clone(), picture.clone());
        let frame = request_animation_frame(move |_| this.pack(&root, picture, |_| ()));
        self.frame.replace(Some(frame));
    }

    /// Hands on a picture as a file, if it can be one: at once where it is there, in the colors that the page has now;
    /// else once it is drawn.
    pub fn hand(&self, root: &Element, picture: &Picture, to: impl FnOnce(Option<&File>) + 'static) {
        self.last.pack(root, picture.clone(), to);
    }
}

impl Last {
    /// Packs a picture, unless it is there already, and hands on its file.
    fn pack(&self, root: &Element, picture: Picture, to: impl FnOnce(Option<&File>) + 'static) {
        let colors = colors(root);
        let same = |there: &&Drawing| there.picture == picture && there.colors == colors;
        if let Some(there) = self.0.borrow().as_ref().filter(same) {
            return to(there.file.as_ref());
        }
        let (packing, this) = (file_of(&picture, &colors), self.clone());
        spawn_local(async move {
            let file = packing.await;
            to(file.as_ref());
            this.0.replace(Some(Drawing { file, picture, colors }));
        });
    }
}

/// A file without content, to ask whether such a file could be shared.
pub fn empty_file() -> Option<File> {
    file("picture.png", &Array::new())
}

/// What the picture is called as a file.
pub fn file_name(picture: &Picture) -> String {
    format!("{}.png", picture.name)
}

fn file(name: &str, parts: &Array) -> Option<File> {
    let options = FilePropertyBag::new();
    options.set_type(TYPE);
    File::new_with_blob_sequence_and_options(parts, name, &options).ok()
}

/// The picture as a file. Drawn at once; only packing it takes a while.
fn file_of(picture: &Picture, colors: &Colors) -> impl Future<Output = Option<File>> + use<> {
    let (canvas, name) = (drawn(picture, colors), file_name(picture));
    async move {
        let blob = JsFuture::from(packed(canvas?)).await.ok().filter(|blob| !blob.is_null())?;
        file(&name, &Array::of1(&blob))
    }
}

/// The picture as an address that holds all of it, from which it can be saved.
pub fn address_of(root: &Element, picture: &Picture) -> Option<String> {
    drawn(picture, &colors(root))?.to_data_url_with_type(TYPE).ok()
}

fn packed(canvas: HtmlCanvasElement) -> Promise {
    Promise::new(&mut |done, failed| {
        // The browser calls back once, with nothing where the canvas cannot be packed.
        if let Err(why) = canvas.to_blob_with_type(&done, TYPE) {
            _ = failed.call1(&JsValue::NULL, &why);
        }
    })
}

fn drawn(picture: &Picture, colors: &Colors) -> Option<HtmlCanvasElement> {
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.unchecked_into();
    canvas.set_width(picture.format.width().into());
    canvas.set_height(picture.format.height().into());
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.unchecked_into();
    for shape in &picture.shapes {
        draw(&context, colors, shape, canvas.width().into());
    }
    readable(&context, &picture.shapes).then_some(canvas)
}

/// Whether what is read from the canvas is what was drawn. Against fingerprinting, some browsers give out a picture of
/// one color, or of noise: so a line from the ground into the mark is read, which must be as even as the ground at its
/// beginning, and something else at its end.
fn readable(context: &CanvasRenderingContext2d, shapes: &[Shape]) -> bool {
    let Some(Shape::Box { x, y, height, .. }) = shapes.get(1) else { return false };
    let (left, middle) = (f64::from(x - GROUND), f64::from(y + height / 2));
    let read = context.unchecked_ref::<Readable>().image_data(left, middle, f64::from(2 * GROUND), 1.0);
    let Ok(bytes) = read.and_then(|read| read.data()) else { return false };
    let bytes = Array::from(&bytes);
    let pixel = |at: i16| [0, 1, 2].map(|part| bytes.get(at as u32 * 4 + part).as_f64().unwrap_or_default());
    let apart = |at: i16| pixel(0).iter().zip(pixel(at)).map(|(from, to)| (from - to).abs()).sum::<f64>();
    (1..GROUND / 2).all(|at| apart(at) < 24.0) && apart(2 * GROUND - 1) > 48.0
}

fn draw(context: &CanvasRenderingContext2d, colors: &Colors, shape: &Shape, canvas: f64) {
    match shape {
        Shape::Box { x, y, width, height, radius, paint } => {
            context.set_fill_style_str(&colors[*paint as usize]);
            let x = f64::from(*x);
            let [y, width, height, radius] = [*y, *width, *height, *radius].map(f64::from);
            context.begin_path();
            // Every browser has arcs to a corner; not every one has boxes with round corners.
            context.move_to(x + radius, y);
            for (corner, next) in [
                ((x + width, y), (x + width, y + height)),
                ((x + width, y + height), (x, y + height)),
                ((x, y + height), (x, y)),
                ((x, y), (x + width, y)),
            ] {
                _ = context.arc_to(corner.0, corner.1, next.0, next.1, radius);
            }
            context.fill();
        }
        Shape::Text { x, y, size, font, ends, paint, words } => {
            context.set_fill_style_str(&colors[*paint as usize]);
            context.set_font(&format!("{} {size}px {}", font.weight(), font.family()));
            context.set_text_align(if *ends { "right" } else { "left" });
            // Not beyond the other margin, which is as wide as the one where it begins, in whatever font there is.
            let x = f64::from(*x);
            _ = context.fill_text_with_max_width(words, x, (*y).into(), (canvas - 2.0 * x).abs());
        }
    }
}

/// What the page paints now, below `root`, with each paint.
fn colors(root: &Element) -> Colors {
    Paint::ALL.map(|paint| color(root, paint))
}

/// What the page's styles paint this part of the card with; without a card on the page, the card's own color.
fn color(root: &Element, paint: Paint) -> String {
    let styled = || {
        let part = root.query_selector(&format!(".picture .{}", paint_class(paint))).ok()??;
        window().get_computed_style(&part).ok()??.get_property_value("fill").ok()
    };
    styled().filter(|color| !color.is_empty()).unwrap_or_else(|| paint.color().to_owned())
}
