// InspectionStore
