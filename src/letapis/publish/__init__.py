"""What leaves the chronicle: everything goes through :mod:`letapis.publish.view`, which withholds."""
