"""What several stages must know how it is written: datelines, citations of law, times beside a subject."""
