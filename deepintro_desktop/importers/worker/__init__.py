"""Networks are opened in a short-lived helper process, which no file can make take the program down."""
