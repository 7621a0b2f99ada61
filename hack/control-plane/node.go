package main

func checkNodeNeeds() error           { return nil }
func (c *cluster) prepareNode() error { return nil }
func (c *cluster) startNode() error   { return nil }
func (c *cluster) removeNode()        {}
func cleanNode(dir string)            {}
