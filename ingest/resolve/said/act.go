package said

// setAct sets the speech act, which is the network's.
func (m *maker) setAct(st *said) {
	st.Act = st.frame.Act
	st.decide("act", "network", st.frame.Sure)
}
