"""Files become arrays, arrays become what a network sees, relevance becomes pictures."""
