"""Results become documents: HTML, PDF, a folder of pictures and tables, DICOM objects."""
