"""What the person sees. Flet lives here and nowhere else."""
