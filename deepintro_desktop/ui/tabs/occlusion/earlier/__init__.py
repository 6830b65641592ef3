"""What was explained before of the network and the picture that are shown: listed, reopened, compared."""
