"""The words that all layers share: errors, progress, requests, results, records. Standard library and numpy only."""
