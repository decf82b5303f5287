// Statements with effects, as 8values and its kin have them.
const questions = [
    {
        "question": "Work should begin when the sun is up.",
        "effect": { "time": 10, "noise": 0, "unused": 0 }
    },
    {
        question: 'A shared desk isn\'t a problem.',
        effect: { time: 0, noise: -2.5, unused: 0 },
    },
    { question: "Music helps me think.", effect: { time: -5, noise: 7.5 } },
];
