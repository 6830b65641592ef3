"""The two forms: about the program, and about one analysis."""

from deepintro_desktop.core.feedback import Form, Option, Question, QuestionKind
from deepintro_desktop.core.translation import marked

CONTEXT = "FeedbackForm"
"""Where the texts of the forms belong, for translators."""

_PARTICIPANT = Question(
    "participant",
    QuestionKind.LINE,
    marked("FeedbackForm", "Code of a participant"),
    hint=marked("FeedbackForm", "Only if somebody gave you one, for a study."),
)
_TRUST_CHANGE = Question(
    "trust_change",
    QuestionKind.CHOICE,
    marked("FeedbackForm", "What did the explanations do to your trust in the model?"),
    (
        Option("less", marked("FeedbackForm", "I trust it less")),
        Option("same", marked("FeedbackForm", "I trust it as before")),
        Option("more", marked("FeedbackForm", "I trust it more")),
        Option("unsure", marked("FeedbackForm", "I cannot tell")),
    ),
)
_REMARKS = Question("remarks", QuestionKind.TEXT, marked("FeedbackForm", "Anything else?"))

GENERAL = Form(
    "general",
    marked("FeedbackForm", "Feedback about the program"),
    (
        Question(
            "profession",
            QuestionKind.CHOICE,
            marked("FeedbackForm", "What describes your work best?"),
            (
                Option("physician", marked("FeedbackForm", "Physician")),
                Option("health", marked("FeedbackForm", "Another profession in health care")),
                Option("research", marked("FeedbackForm", "Research or teaching")),
                Option("engineering", marked("FeedbackForm", "Software or engineering")),
                Option("student", marked("FeedbackForm", "Student")),
                Option("other", marked("FeedbackForm", "Something else")),
            ),
        ),
        Question("field", QuestionKind.LINE, marked("FeedbackForm", "Your field, for example radiology")),
        Question(
            "network_experience",
            QuestionKind.CHOICE,
            marked("FeedbackForm", "How well do you know models that classify images?"),
            (
                Option("none", marked("FeedbackForm", "Not at all")),
                Option("heard", marked("FeedbackForm", "I have read or heard about them")),
                Option("used", marked("FeedbackForm", "I have used their results")),
                Option("built", marked("FeedbackForm", "I have trained or built some")),
            ),
        ),
        Question(
            "purpose",
            QuestionKind.CHECKS,
            marked("FeedbackForm", "What did you use the program for?"),
            (
                Option("check", marked("FeedbackForm", "To check single decisions of a model")),
                Option("errors", marked("FeedbackForm", "To find out why a model is wrong")),
                Option("compare", marked("FeedbackForm", "To compare models")),
                Option("teach", marked("FeedbackForm", "To teach or to learn")),
                Option("try", marked("FeedbackForm", "To try it out")),
            ),
        ),
        Question(
            "ease",
            QuestionKind.SCALE,
            marked("FeedbackForm", "How easy was it to find your way?"),
            ends=(marked("FeedbackForm", "very hard"), marked("FeedbackForm", "very easy")),
        ),
        Question(
            "understanding",
            QuestionKind.SCALE,
            marked("FeedbackForm", "How well did you understand what was shown?"),
            ends=(marked("FeedbackForm", "not at all"), marked("FeedbackForm", "completely")),
        ),
        Question(
            "usefulness",
            QuestionKind.SCALE,
            marked("FeedbackForm", "How useful are the explanations for your work?"),
            ends=(marked("FeedbackForm", "useless"), marked("FeedbackForm", "very useful")),
        ),
        Question(
            "helpful_tools",
            QuestionKind.CHECKS,
            marked("FeedbackForm", "What helped you?"),
            (
                Option("heatmap", marked("FeedbackForm", "The relevance over the image")),
                Option("features", marked("FeedbackForm", "The features")),
                Option("occluding", marked("FeedbackForm", "Occluding features")),
                Option("analysis", marked("FeedbackForm", "The analysis with its four answers")),
                Option("synthesis", marked("FeedbackForm", "Synthesised images")),
                Option("boundary", marked("FeedbackForm", "Images between two classes")),
                Option("comparison", marked("FeedbackForm", "Comparing models or results")),
            ),
        ),
        _TRUST_CHANGE,
        Question(
            "missing", QuestionKind.TEXT, marked("FeedbackForm", "What did you miss, what got in your way?")
        ),
        _REMARKS,
        _PARTICIPANT,
    ),
)

ANALYSIS = Form(
    "analysis",
    marked("FeedbackForm", "Feedback about this analysis"),
    (
        Question(
            "network_right",
            QuestionKind.CHOICE,
            marked("FeedbackForm", "Is the model right about this image, as far as you can tell?"),
            (
                Option("right", marked("FeedbackForm", "Yes")),
                Option("partly", marked("FeedbackForm", "Partly")),
                Option("wrong", marked("FeedbackForm", "No")),
                Option("unsure", marked("FeedbackForm", "I cannot tell")),
            ),
        ),
        Question(
            "features_sense",
            QuestionKind.SCALE,
            marked("FeedbackForm", "Do the features make sense to you?"),
            ends=(marked("FeedbackForm", "not at all"), marked("FeedbackForm", "completely")),
        ),
        Question(
            "features_match",
            QuestionKind.SCALE,
            marked("FeedbackForm", "Do they lie where you would look yourself?"),
            ends=(marked("FeedbackForm", "nowhere"), marked("FeedbackForm", "everywhere")),
        ),
        Question(
            "features_problems",
            QuestionKind.CHECKS,
            marked("FeedbackForm", "What is wrong with the features?"),
            (
                Option("missing", marked("FeedbackForm", "Something important is missing")),
                Option("background", marked("FeedbackForm", "Some lie on what does not matter")),
                Option("coarse", marked("FeedbackForm", "Some join what does not belong together")),
                Option("fine", marked("FeedbackForm", "Some are pieces of one thing")),
                Option("edges", marked("FeedbackForm", "Their edges are not where I see them")),
            ),
        ),
        Question(
            "numbers_understood",
            QuestionKind.SCALE,
            marked("FeedbackForm", "How well did you understand the numbers?"),
            ends=(marked("FeedbackForm", "not at all"), marked("FeedbackForm", "completely")),
        ),
        Question(
            "answers_clear",
            QuestionKind.CHECKS,
            marked("FeedbackForm", "Which answers of the analysis were clear at once?"),
            (
                Option("largest_change", marked("FeedbackForm", "Largest change")),
                Option("most_important", marked("FeedbackForm", "Most important feature")),
                Option("minimum_to_keep", marked("FeedbackForm", "Minimum to keep")),
                Option("minimum_to_occlude", marked("FeedbackForm", "Minimum to occlude")),
            ),
        ),
        Question(
            "trust",
            QuestionKind.SCALE,
            marked("FeedbackForm", "How far would you rely on the model for this image?"),
            ends=(marked("FeedbackForm", "not at all"), marked("FeedbackForm", "fully")),
        ),
        _TRUST_CHANGE,
        Question("surprise", QuestionKind.TEXT, marked("FeedbackForm", "What surprised you?")),
        _REMARKS,
        _PARTICIPANT,
    ),
    about_analysis=True,
)

FORMS: dict[str, Form] = {form.id: form for form in (GENERAL, ANALYSIS)}
"""Every form by its id."""


def question_ids() -> tuple[str, ...]:
    """Return the ids of all questions, each once, in the order of the forms."""
    return tuple(dict.fromkeys(one.id for form in FORMS.values() for one in form.questions))
