//! What the widget says in French; narrow no-break spaces before high punctuation.

use which_track_quiz::percent;
use which_track_quiz::share::{Level, NotShared};

use super::Strings;

/// French.
pub static FRENCH: Strings = Strings {
    minutes: |minutes| if minutes < 2 { "1 minute".to_owned() } else { format!("{minutes} minutes") },
    without_script: "Le verdict nécessite JavaScript et un navigateur récent. Voici les questions et, entre parenthèses, les points que chaque réponse donne à chaque voie.",
    shared: |quiz| format!("Quelqu’un a fait le quiz «\u{202f}{quiz}\u{202f}». Voici son résultat\u{202f}:"),
    take_yourself: "Faire le quiz à mon tour",
    invited: "Quelqu’un a fait ce quiz et aimerait comparer avec vous",
    invited_help: "Répondez d’abord\u{202f}; vous verrez ensuite les deux résultats côte à côte.",
    invitation: "Répondez d’abord, comparez ensuite",
    nothing_sent: "rien n’est envoyé",
    question_of: |place, all| format!("Question {place} sur {all}"),
    optional: "Facultatif.",
    choose: |min, max, all| match (min, max) {
        (0 | 1, max) if usize::from(max) >= all => "Cochez tout ce qui vous correspond.".to_owned(),
        (min, max) if min == max => format!("Choisissez-en {min}."),
        (0, max) => format!("Choisissez-en {max} au plus."),
        (min, max) => format!("Choisissez-en de {min} à {max}."),
    },
    rank: |top| format!("Classez vos {top} premiers choix."),
    next: "Suivant",
    back: "Retour",
    skip: "Passer",
    keep: "Enregistrer et revenir",
    matters: "C’est ce qui compte le plus pour moi",
    marks_left: |used, max| format!("{used} choix sur {max}"),
    steps: ["Pas du tout", "Plutôt pas", "Entre les deux", "Plutôt", "Tout à fait"],
    step_between: |low, high, step| match step {
        -2 => low.to_owned(),
        -1 => format!("Plutôt «\u{202f}{low}\u{202f}»"),
        1 => format!("Plutôt «\u{202f}{high}\u{202f}»"),
        2 => high.to_owned(),
        _ => "Entre les deux".to_owned(),
    },
    unanswered: "Choisissez une réponse pour continuer.",
    too_few: |need| format!("Choisissez-en au moins {need} pour continuer."),
    too_many: |most| format!("Choisissez-en {most} au plus pour continuer."),
    too_few_places: |need| format!("Remplissez les {need} places pour continuer."),
    loading: "Chargement du quiz…",
    slow: "Le réseau est lent. Le quiz se charge encore…",
    not_loaded: "Le quiz n’a pas pu être chargé.",
    stopped: "Le quiz s’est arrêté à cause d’une erreur. Vos réponses sont conservées.",
    again: "Recharger le quiz",
    order: "Votre classement",
    unplaced: "Ajouter au classement",
    place: |choice| format!("Ajouter\u{202f}: {choice}"),
    up: |choice| format!("Monter\u{202f}: {choice}"),
    down: |choice| format!("Descendre\u{202f}: {choice}"),
    empty: "libre",
    full: |top| format!("Les {top} places sont prises. Retirez d’abord un choix."),
    take_out: |choice| format!("Retirer\u{202f}: {choice}"),
    placed: |choice, place, all| format!("{choice}\u{202f}: place {place} sur {all}"),
    taken_out: |choice| format!("{choice}\u{202f}: retiré du classement"),
    review: "Vos réponses",
    review_help: "Relisez-les. Vous pouvez encore toutes les modifier.",
    change: "Modifier",
    change_of: |question| format!("Modifier votre réponse\u{202f}: {question}"),
    skipped: "Question passée",
    none: "Aucune",
    missing: "Réponse attendue",
    marked: "Compte le plus",
    see_result: "Voir mon résultat",
    kicker: "Votre résultat",
    fits: "Votre affinité avec chaque voie",
    percent: |whole| percent("fr", whole),
    card: |quiz, outcome, fits| {
        format!("Image à partager. {quiz} Résultat\u{202f}: «\u{202f}{outcome}\u{202f}». {fits}")
    },
    change_heading: "Ce qui changerait le résultat",
    what_if: |count, outcome| match count {
        1 => format!(
            "Avec cette seule réponse à la place de la vôtre, le résultat serait «\u{202f}{outcome}\u{202f}»\u{202f}:"
        ),
        count => {
            format!(
                "Avec ces {count} réponses à la place des vôtres, le résultat serait «\u{202f}{outcome}\u{202f}»\u{202f}:"
            )
        }
    },
    searching: "Nous essayons d’autres réponses…",
    no_change: |searched| match searched {
        0 => "Il y a trop de façons de répondre à ce quiz pour chercher celles qui mèneraient ailleurs.",
        1 => "Il faudrait changer plus d’une de vos réponses.",
        2 => "Il faudrait changer plus de deux de vos réponses.",
        _ => "Il faudrait changer plus de trois de vos réponses. Ce résultat est net.",
    },
    closeness: |whole| {
        let share = percent("fr", whole);
        format!("Parmi toutes les réponses possibles, {share} donnent un résultat plus net que le vôtre.")
    },
    by_gate: "C’est une règle du quiz qui a décidé, et pas seulement les pourcentages.",
    by_close_call: "Vos deux meilleures voies sont trop proches pour être départagées.",
    why: "Pourquoi",
    toward: |track| format!("En faveur de\u{202f}: {track}"),
    source: "Dans l’article\u{202f}: ",
    more_reasons: |count| if count == 1 { "Encore une raison".to_owned() } else { format!("Encore {count} raisons") },
    answered: |question, answer| format!("{question} {answer}"),
    no_reasons: "Aucune de vos réponses n’a favorisé l’une des deux meilleures voies plutôt que l’autre.",
    plan: "Votre plan",
    mistakes: "Les erreurs à éviter",
    instead_of: "Plutôt que",
    instead: "Essayez",
    because: "Pourquoi",
    notes: "Les entretiens et le quotidien",
    questions: "Les questions qu’on se pose",
    claims: "Ce que dit l’article",
    article: "D’après",
    answers: "Toutes vos réponses",
    change_answers: "Modifier mes réponses",
    restart: "Recommencer",
    print: "Imprimer",
    to_share: "Partager ce résultat",
    share: "Partager votre résultat",
    levels: "Que peuvent voir les autres\u{202f}?",
    level: |level| match level {
        Level::Outcome => "Le verdict",
        Level::Fits => "Le verdict et mon affinité avec chaque voie",
        Level::Answers => "Tout, avec toutes mes réponses",
    },
    reveals: |level, outcome| match level {
        Level::Outcome => {
            format!(
                "Le lien montre «\u{202f}{outcome}\u{202f}». Il ne dit rien de vos pourcentages ni de vos réponses."
            )
        }
        Level::Fits => format!(
            "Le lien montre «\u{202f}{outcome}\u{202f}» et votre pourcentage pour chaque voie. Il ne contient pas vos réponses."
        ),
        Level::Answers => {
            format!(
                "Le lien montre «\u{202f}{outcome}\u{202f}», les pourcentages et toutes les réponses que vous avez données."
            )
        }
    },
    link: "Le lien vers votre résultat",
    copy_link: "Copier le lien",
    copied: |done| match done {
        true => "Copié. Il ne reste qu’à le coller dans un message ou une publication.",
        false => "Cela ne marche pas ici. Le lien est sélectionné\u{202f}: vous pouvez le copier vous-même.",
    },
    share_system: "Envoyer le lien…",
    share_text: |quiz, outcome| format!("Mon résultat\u{202f}: «\u{202f}{outcome}\u{202f}». {quiz}"),
    share_on: "Partager le lien sur",
    new_tab: ", nouvel onglet",
    saved: |handed| match handed {
        true => "L’image a été remise à votre navigateur. Cherchez-la dans vos téléchargements.",
        false => "Ce navigateur ne permet pas d’enregistrer l’image.",
    },
    own_picture: "Ouvrir l’image du verdict",
    email: "E-mail",
    on_mastodon: "Publier sur Mastodon",
    server: "Votre serveur Mastodon",
    no_server: "Écrivez seulement le nom du serveur, par exemple mastodon.social.",
    open_mastodon: "Ouvrir Mastodon",
    share_picture: "Envoyer l’image…",
    save_wide: "Enregistrer l’image",
    save_tall: "Enregistrer une image en hauteur, pour une story",
    qr: "Afficher un code QR",
    qr_label: "Code QR du lien vers votre résultat",
    invite: "Comparer à deux",
    invite_help: "Envoyez plutôt cette invitation. La personne répond d’abord, puis voit les deux résultats côte à côte. Du vôtre, elle ne voit que ce que vous avez choisi plus haut.",
    invitation_link: "L’invitation",
    copy_invitation: "Copier l’invitation",
    friend_kicker: "Le résultat de quelqu’un",
    they_were_told: "Ce que le quiz lui a dit",
    earlier_edition: "Ce résultat a été calculé avec une édition antérieure de ce quiz. Certaines questions ont pu changer depuis.",
    go_on: "Reprendre votre propre quiz",
    their_fits: "Son affinité avec chaque voie",
    their_answers: "Toutes ses réponses",
    not_told: "Cette personne n’a pas souhaité partager ses réponses.",
    waiting: "Quelqu’un a répondu à ces questions et aimerait comparer. Vous verrez son résultat dès que vous aurez le vôtre.",
    unreadable: |why| match why {
        NotShared::Damaged => {
            "Ce lien est incomplet ou contient une faute de frappe\u{202f}: il n’y a pas de résultat à montrer. Redemandez le lien, ou faites le quiz à votre tour."
        }
        NotShared::Elsewhere => {
            "Ce lien vient d’un autre quiz, ou d’une édition de celui-ci qui n’existe plus. Vous pouvez faire le quiz à votre tour."
        }
        NotShared::Newer => {
            "Ce lien a été créé par une version plus récente du quiz. Rechargez la page, ou faites le quiz à votre tour."
        }
    },
    compare: "Vous deux, côte à côte",
    you: "Vous",
    friend: "Votre proche",
    since_last: "Depuis la dernière fois",
    now: "Aujourd’hui",
    last_time: "La dernière fois",
    same_as_friend: |outcome| format!("Pour vous deux\u{202f}: «\u{202f}{outcome}\u{202f}»."),
    same_as_last: |outcome| format!("De nouveau «\u{202f}{outcome}\u{202f}»."),
    agreed: |same, all| {
        let questions = if same < 2 { "question" } else { "questions" };
        format!("La même réponse à {same} {questions} sur {all}.")
    },
    other_answers: "Les réponses différentes",
    same_answers: "Les réponses identiques",
    answers_not_told: "Les réponses elles-mêmes n’ont pas été partagées\u{202f}: elles ne peuvent pas être comparées.",
    other_edition: "Vous avez répondu à deux éditions différentes de ce quiz\u{202f}: les réponses ne peuvent pas être comparées une à une.",
    no_answer: "Pas de réponse",
    receipt: "Ce qui est conservé, ce qui a été envoyé",
    sent: "Envoyé\u{202f}: rien. Vos réponses ne quittent ce navigateur que dans un lien ou une image que vous partagez vous-même.",
    nothing_kept: "Conservé\u{202f}: rien.",
    kept: "Conservé dans ce navigateur, et nulle part ailleurs\u{202f}:",
    delete: "Supprimer tout ce qui est conservé ici",
    deleted: "C’est supprimé. Ce navigateur ne conserve plus rien de ce quiz.",
    restarted: "Vous avez recommencé. «\u{202f}Annuler\u{202f}» rétablit vos réponses.",
    undo: "Annuler",
    changed_elsewhere: "Vos réponses ont changé dans un autre onglet. Voici où vous en êtes.",
    cleared_elsewhere: "Vos réponses ont été effacées dans un autre onglet.",
    resumed: "Heureux de vous revoir. Vous reprenez là où vous en étiez.",
};
