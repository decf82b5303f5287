//! Objects of JavaScript by name: fields, and methods that a page may have taken away or replaced, so that a call may
//! throw.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A field, where there is one.
pub fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok().filter(|value| !value.is_undefined())
}

/// What a method gives, or what it throws; also where there is no such method.
pub fn call(object: &JsValue, name: &str, args: &[JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = get(object, name).unwrap_or_default().dyn_into()?;
    function.apply(object, &args.iter().collect::<Array>())
}

/// An object with these fields.
pub fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a field of a fresh object cannot fail.
        _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}
