"""The attribution reader: data, network, training, export."""
