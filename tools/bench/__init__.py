"""What things take, each beside a peer or a limit measured in the same run; ``make bench`` prints one table of them."""
