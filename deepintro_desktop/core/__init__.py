"""The words that all layers share: errors, progress, requests, results, records. Needs numpy only."""
