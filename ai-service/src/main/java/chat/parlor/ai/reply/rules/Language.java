package chat.parlor.ai.reply.rules;

import java.util.regex.Pattern;

/// A language in which a guest may ask for a person, the words it does so with, and what it is told.
enum Language {
    ENGLISH(
            "human|real person|actual person|someone real|somebody real|representative|operator"
                    + "|(support|live|human|real) agent"
                    + "|(speak|talk|chat) (to|with) ((a|an|some|the) )?(person|agent|someone|somebody|your team)",
            "Of course. Press “Talk to a human” and somebody from the team will join you here."),
    GERMAN(
            "mensch(en)?|mitarbeiter(in|innen|n)?|kundenberater(in)?|berater(in)?|echten? person"
                    + "|mit (jemandem|jemand|einer person) (sprechen|reden|chatten|schreiben)",
            "Gern. Ein Klick auf „Talk to a human“, und jemand aus dem Team ist hier für Sie da."),
    FRENCH(
            "humaine?|conseill(er|ère)|vraie personne"
                    + "|parler (à|a|avec) (quelqu['’]un|une personne|un agent|votre équipe)",
            "Bien sûr. Appuyez sur « Talk to a human » et quelqu’un de l’équipe vous rejoindra ici."),
    SPANISH(
            "humano|humana|asesora?|persona real|operadora?|hablar con (alguien|una persona|un agente|su equipo)",
            "Por supuesto. Pulse «Talk to a human» y alguien del equipo se unirá aquí.");

    private final Pattern asks;
    private final String handoff;

    Language(String asks, String handoff) {
        this.asks = Pattern.compile(
                "(?<![\\p{L}\\p{N}])(" + asks + ")(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        this.handoff = handoff;
    }

    /// Whether `text` asks for a person in this language.
    boolean asksForAPerson(String text) {
        return asks.matcher(text).find();
    }

    /// How to get one, in this language. The name of the button is what stands on it.
    String handoff() {
        return handoff;
    }
}
