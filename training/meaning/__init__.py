"""From the published sentence encoder to the network that the package ships."""
