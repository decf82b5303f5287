//! Sharing: how much of the result to show, what that looks like, and every way that the host allow.

pub mod card;
mod qr;
mod services;
pub mod ways;

use which_track_quiz::card::{Format, ResultCard};
use which_track_quiz::share::Disclosure;
use which_track_quiz::words::{Phrase, Words};
use yew::prelude::*;

use crate::host::Capabilities;
use crate::same::Same;
use crate::widget::drawn::drawn;
use crate::widget::model::{Action, Copyable, ShareAction, Sharing};
use crate::widget::parts::button::button;
use crate::widget::parts::fold::fold;
use crate::widget::parts::heading::landmark;
use crate::widget::parts::text::{say, text};
use crate::widget::phrases::{self, reveals};
use card::card;
use qr::qr;
use services::{Service, mastodon, services};

/// What sharing needs.
#[derive(Properties, PartialEq)]
pub struct SharePanelProps {
    pub words: Same<Words>,
    /// How much to show, and what became of it.
    pub sharing: Sharing,
    /// What that looks like.
    pub card: ResultCard,
    /// The link and the invitation, where there are share pages.
    pub links: Option<(String, String)>,
    /// The outcome's own picture, where the site has one.
    pub picture: Option<String>,
    pub capabilities: Capabilities,
    pub act: Callback<Action>,
    /// The level of the heading.
    pub level: u8,
}

/// First what others see, then the link with its ways, then the picture, and the invitation.
#[component]
pub fn SharePanel(props: &SharePanelProps) -> Html {
    drawn("SharePanel");
    let SharePanelProps { words, sharing, card: shared, links, level, .. } = props;
    let message = &words.share_text(&shared.quiz, &shared.outcome).text;
    html! {
        <section class="share" part="share">
            { landmark(*level, "section", "share", say(words.share())) }
            { levels(props) }
            <p class="reveals" id="reveals">{ text(reveals(words, sharing.disclosure, &shared.outcome)) }</p>
            { card(words, shared) }
            if let Some((link, invitation)) = links {
                { copyable(props, Copyable::Link, words.link(), words.copy_link(), link) }
                { actions(props, message, link) }
                { pictures(props) }
                <div class="folds">
                    if props.capabilities.open {
                        { on_mastodon(props, message, link) }
                    }
                    { fold(words.qr(), qr(link, &words.qr_label())) }
                    { fold(words.invite(), invite(props, invitation)) }
                </div>
            } else {
                { pictures(props) }
            }
        </section>
    }
}

fn levels(props: &SharePanelProps) -> Html {
    let row = |disclosure: Disclosure| {
        let onchange = props.act.reform(move |_: Event| Action::Disclosed(disclosure));
        html! {
            <label>
                <input type="radio" name="level" checked={disclosure == props.sharing.disclosure} {onchange} />
                { say(phrases::disclosure(&props.words, disclosure)) }
            </label>
        }
    };
    html! {
        <fieldset class="levels" aria-describedby="reveals">
            <legend>{ say(props.words.levels()) }</legend>
            { for Disclosure::ALL.into_iter().map(row) }
        </fieldset>
    }
}

/// A field with a link, from which it can also be copied by hand, and what became of copying it.
fn copyable(props: &SharePanelProps, which: Copyable, label: Phrase, copy: Phrase, link: &str) -> Html {
    let phrase = props
        .sharing
        .copied
        .filter(|(copied, _)| *copied == which)
        .map(|(_, done)| phrases::copied(&props.words, done));
    html! {
        <div class="copy">
            <label>
                <span>{ say(label) }</span>
                <input type="text" readonly=true value={link.to_owned()} data-control={which.field()} dir="ltr" />
            </label>
            if props.capabilities.copy {
                { action_button(props, ShareAction::Copy(which), copy) }
            }
            // Screen readers have heard it already.
            <p class="copy-status" aria-hidden="true">{ for phrase.map(text) }</p>
        </div>
    }
}

/// A button for a way.
fn action_button(props: &SharePanelProps, action_button: ShareAction, words: Phrase) -> Html {
    button("second", words, props.act.reform(move |_| Action::Shared(action_button)))
}

/// What an invitation does, and the link.
fn invite(props: &SharePanelProps, link: &str) -> Html {
    let words = &props.words;
    html! {
        <>
            <p>{ say(words.invite_help()) }</p>
            { copyable(props, Copyable::Invitation, words.invitation_link(), words.copy_invitation(), link) }
        </>
    }
}

fn actions(props: &SharePanelProps, message: &str, link: &str) -> Html {
    let words = &props.words;
    let service = |Service { channel, name, address }: Service| {
        let name = name.map_or_else(|| words.email(), Phrase::from);
        html! { <li>{ elsewhere(props, channel, name, address) }</li> }
    };
    html! {
        <>
            if props.capabilities.share {
                <p>{ action_button(props, ShareAction::System, words.share_system()) }</p>
            }
            if props.capabilities.open {
                <div>
                    <p class="caption" id="services">{ say(words.share_on()) }</p>
                    <ul class="services" aria-labelledby="services">
                        { for services(message, link).into_iter().map(service) }
                    </ul>
                </div>
            }
        </>
    }
}

/// A link to a service, which opens beside the page; only the reader's own mail program does not.
fn elsewhere(props: &SharePanelProps, channel: &'static str, name: Phrase, address: String) -> Html {
    let onclick = props.act.reform(move |_: MouseEvent| Action::Shared(ShareAction::Service(channel)));
    let beside = !address.starts_with("mailto:");
    html! {
        <a href={address} target={beside.then_some("_blank")} rel="noopener noreferrer" {onclick}>
            { say(name) }
            if beside {
                <span class="visually-hidden">{ say(props.words.new_tab()) }</span>
            }
        </a>
    }
}

/// Mastodon has no address of its own, but one for every server.
fn on_mastodon(props: &SharePanelProps, message: &str, link: &str) -> Html {
    let words = &props.words;
    let oninput = props.act.reform(|event: InputEvent| {
        let typed = event.target_dyn_into::<web_sys::HtmlInputElement>().map(|input| input.value());
        Action::ServerTyped(typed.unwrap_or_default())
    });
    let address = mastodon(&props.sharing.server, message, link);
    let wrong = address.is_none() && !props.sharing.server.is_empty();
    let form = html! {
        <div class="copy">
            <label>
                <span>{ say(words.server()) }</span>
                <input type="text" inputmode="url" autocapitalize="off" spellcheck="false"
                    placeholder="mastodon.social" value={props.sharing.server.clone()} dir="ltr"
                    aria-describedby={wrong.then_some("server")} {oninput} />
            </label>
            if let Some(address) = address {
                { elsewhere(props, "mastodon", words.open_mastodon(), address) }
            }
            if wrong {
                <p class="copy-status" id="server">{ say(words.no_server()) }</p>
            }
        </div>
    };
    fold(words.on_mastodon(), form)
}

/// The picture as a file: for other apps where the system takes files, and to keep where files can be saved.
fn pictures(props: &SharePanelProps) -> Html {
    let words = &props.words;
    html! {
        <div class="pictures">
            if props.capabilities.share_files {
                { action_button(props, ShareAction::Picture, words.share_picture()) }
            }
            if props.capabilities.open {
                { action_button(props, ShareAction::Save(Format::Wide), words.save_wide()) }
                { action_button(props, ShareAction::Save(Format::Tall), words.save_tall()) }
            }
            if props.sharing.unsaved {
                <p class="copy-status" aria-hidden="true">{ say(words.not_saved()) }</p>
                if let Some(address) = props.picture.clone().filter(|_| props.capabilities.open) {
                    <a href={address} target="_blank" rel="noopener">
                        { say(words.own_picture()) }<span class="visually-hidden">{ say(words.new_tab()) }</span>
                    </a>
                }
            }
        </div>
    }
}
