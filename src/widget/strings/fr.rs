//! What the widget says in French; narrow no-break spaces before high punctuation.

use which_track_quiz::percent;

use super::Strings;

/// French.
pub static FRENCH: Strings = Strings {
    minutes: |minutes| if minutes < 2 { "1 minute".to_owned() } else { format!("{minutes} minutes") },
    without_script: "Le verdict demande JavaScript et un navigateur récent. Voici les questions et, entre parenthèses, les points que chaque réponse donne à chaque voie.",
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
    marks_left: |used, max| format!("{used} sur {max}"),
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
    order: "Votre classement",
    unplaced: "Touchez pour ajouter",
    place: |choice| format!("Ajouter\u{202f}: {choice}"),
    up: |choice| format!("Monter\u{202f}: {choice}"),
    down: |choice| format!("Descendre\u{202f}: {choice}"),
    take_out: |choice| format!("Retirer\u{202f}: {choice}"),
    placed: |choice, place, all| format!("{choice}\u{202f}: place {place} sur {all}"),
    taken_out: |choice| format!("{choice}\u{202f}: retiré du classement"),
    review: "Vos réponses",
    review_help: "Relisez-les. Vous pouvez encore toutes les modifier.",
    change: "Modifier",
    change_of: |question| format!("Modifier votre réponse\u{202f}: {question}"),
    skipped: "Passée",
    none: "Aucune",
    missing: "Réponse attendue",
    marked: "Compte le plus",
    see_result: "Voir mon résultat",
    kicker: "Votre résultat",
    fits: "Ce que vous avez en commun avec chaque voie",
    percent: |whole| percent("fr", whole),
    card: |quiz, outcome| format!("Carte de résultat. {quiz} {outcome}"),
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
    no_change: "Il faudrait changer plus de trois de vos réponses. Ce résultat est net.",
    closeness: |whole| {
        let share = percent("fr", whole);
        format!("Parmi toutes les réponses possibles, {share} donnent un résultat plus net que le vôtre.")
    },
    by_gate: "C’est une règle du quiz qui a décidé, et non les seuls chiffres.",
    by_close_call: "Vos deux meilleures voies sont trop proches pour être départagées.",
    why: "Pourquoi",
    toward: |track| format!("Vers\u{202f}: {track}"),
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
    restarted: "Vous avez recommencé.",
    undo: "Annuler",
    resumed: "Bon retour. Vous reprenez là où vous en étiez.",
};
