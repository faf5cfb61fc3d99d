/** The languages of the interface, each as it calls itself. */
export const LANGUAGES = { en: "English", es: "Español", fil: "Filipino", ta: "தமிழ்" } as const;
export type Language = keyof typeof LANGUAGES;

/**
 * English drawn out by 40%, written from left to right and from right to left. Nobody is offered them: stories hold the
 * layout against them.
 */
export const TRIAL_LANGUAGES = { pseudo: "ltr", "pseudo-rtl": "rtl" } as const;
export type TrialLanguage = keyof typeof TRIAL_LANGUAGES;
