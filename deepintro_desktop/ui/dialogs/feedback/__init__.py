"""Forms for feedback, and the feedback that was given."""
